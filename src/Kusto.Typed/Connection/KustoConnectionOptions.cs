namespace Kusto.Typed;

/// <summary>What a <see cref="KustoConnection"/> does beyond its defaults.</summary>
public sealed record KustoConnectionOptions
{
    /// <summary>The application's name, which <c>.show queries</c> shows; null: the name of the process.</summary>
    public string? Application { get; init; }

    /// <summary>The user's name, which <c>.show queries</c> shows; null: the user of the operating system.</summary>
    public string? User { get; init; }

    /// <summary>
    /// What a library built upon this one says of itself, in the form <c>MyConnector:{1.2.3}</c>; it is added to the
    /// client version that the service logs. Null: nothing.
    /// </summary>
    public string? ClientVersion { get; init; }

    /// <summary>
    /// Hosts beyond the known Kusto ones that may be sent a token: a name such as <c>kusto.contoso.com</c>, or a suffix
    /// such as <c>.kusto.contoso.com</c>. Default: none.
    /// </summary>
    public IReadOnlyCollection<string> TrustedHosts { get; init; } = [];

    /// <summary>
    /// True lets plain http go to hosts other than loopback, such as an emulator in a container; it never carries a
    /// credential. Default: false.
    /// </summary>
    public bool AllowInsecureHttp { get; init; }

    /// <summary>
    /// The time that the service gives a query or command, 1 second to 1 hour; null: the service's own, which is 4
    /// minutes for queries and 10 for commands.
    /// </summary>
    public TimeSpan? ServerTimeout { get; init; }

    /// <summary>When a request is sent again.</summary>
    public KustoRetryOptions Retry { get; init; } = new();

    /// <summary>The clock of timeouts and waits; default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What requests go to in place of the network; null: the network.</summary>
    internal HttpMessageHandler? MessageHandler { get; init; }

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(TrustedHosts);
        ArgumentNullException.ThrowIfNull(Retry);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (ServerTimeout is { } timeout)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.FromSeconds(1), nameof(ServerTimeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TimeSpan.FromHours(1), nameof(ServerTimeout));
        }

        Retry.Check();
    }
}
