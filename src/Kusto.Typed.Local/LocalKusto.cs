using Kusto.Typed.Local.Http;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local;

/// <summary>A Kusto endpoint in this process, on a loopback port and in memory, for development and tests.</summary>
/// <remarks>
/// It takes streaming ingestion of CSV, the management commands of tables and a small part of KQL. It is no database:
/// what it does not support it refuses by name. Safe to use from many threads.
/// </remarks>
/// <example>
/// <code>
/// await using var local = await LocalKusto.StartAsync();
/// local.Database("Samples").Run(".create table T (A:int)");
/// </code>
/// </example>
public sealed class LocalKusto : IAsyncDisposable
{
    private readonly ClusterStore _cluster;
    private readonly HttpListenerHost _host;

    private LocalKusto(ClusterStore cluster, LocalFaults faults, HttpListenerHost host)
    {
        _cluster = cluster;
        _host = host;
        Faults = faults;
        Uri = new UriBuilder(Uri.UriSchemeHttp, "localhost", host.Port).Uri;
    }

    /// <summary>
    /// The address to connect to, such as <c>http://localhost:8080/</c>. Credentials are not looked at.
    /// </summary>
    public Uri Uri { get; }

    /// <summary>What the endpoint is told to do wrong.</summary>
    public LocalFaults Faults { get; }

    /// <summary>The names of the databases.</summary>
    public IReadOnlyList<string> Databases => [.. _cluster.Databases.Select(static database => database.Name)];

    /// <summary>Starts an endpoint. It listens until it is disposed of.</summary>
    /// <param name="options">How it behaves; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the starting, not the endpoint.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalKusto> StartAsync(
        LocalKustoOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LocalKustoOptions();
        options.Validate();
        ClusterStore cluster = new(options);
        LocalFaults faults = new();
        HttpListenerHost host = await HttpListenerHost
            .StartAsync(options.Port, new Endpoint(cluster, faults), cancellationToken).ConfigureAwait(false);
        return new LocalKusto(cluster, faults, host);
    }

    /// <summary>A database, to look into without HTTP.</summary>
    /// <exception cref="KustoTypedException">There is no such database, and the options do not create it.</exception>
    public LocalDatabase Database(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new LocalDatabase(_cluster, _cluster.Require(name));
    }

    /// <summary>Stops listening and closes all connections; the rows are gone.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
