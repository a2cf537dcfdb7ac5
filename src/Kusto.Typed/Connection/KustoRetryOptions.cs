namespace Kusto.Typed;

/// <summary>How often and after which waits a request that failed for the moment is sent again.</summary>
/// <remarks>
/// The wait doubles from <see cref="BaseDelay"/> to <see cref="MaxDelay"/>, less up to a half at random, and is never
/// shorter than the service's <c>Retry-After</c>; a <c>Retry-After</c> above <see cref="MaxDelay"/> ends the attempts.
/// </remarks>
public sealed record KustoRetryOptions
{
    /// <summary>The number of attempts with the first one, 1 (never again) to 100; default 4.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The wait after the first attempt, 0 to 1 hour; default 1 second.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait, <see cref="BaseDelay"/> to 1 hour; default 30 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxAttempts, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(BaseDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, BaseDelay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDelay, TimeSpan.FromHours(1));
    }
}
