using Kusto.Typed.Local.Http;
using Kusto.Typed.Local.Ingestion.Queued;
using Kusto.Typed.Local.Staging;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local;

/// <summary>A Kusto endpoint in this process, on a loopback port and in memory, for development and tests.</summary>
/// <remarks>
/// It takes streaming and queued ingestion of CSV, the management commands of tables and a small part of KQL. It is no database:
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
    private readonly BuiltInStorage? _storage;
    private readonly DataManagement _management;
    private int _isDisposed;

    private LocalKusto(
        ClusterStore cluster, LocalFaults faults, Endpoint endpoint, HttpListenerHost host, ExternalStorage? external)
    {
        _cluster = cluster;
        _host = host;
        Faults = faults;
        Uri = new UriBuilder(Uri.UriSchemeHttp, "localhost", host.Port).Uri;
        _storage = external is null ? new BuiltInStorage(Uri, cluster) : null;
        _management = new DataManagement(cluster, external ?? (IStagingStorage)_storage!); // one of the two is there
        endpoint.Use(_management, _storage);
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
    /// <exception cref="HttpRequestException">The storage that the options name cannot be reached, or refuses.</exception>
    public static async Task<LocalKusto> StartAsync(
        LocalKustoOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LocalKustoOptions();
        options.Validate();
        ExternalStorage? external = options.StorageConnectionString is null
            ? null
            : await ExternalStorage
                .StartAsync(StorageAccount.Parse(options.StorageConnectionString), options.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        ClusterStore cluster = new(options);
        LocalFaults faults = new();
        Endpoint endpoint = new(cluster, faults);
        HttpListenerHost host = await HttpListenerHost
            .StartAsync(options.Port, endpoint, cancellationToken).ConfigureAwait(false);
        return new LocalKusto(cluster, faults, endpoint, host, external);
    }

    /// <summary>A database, to look into without HTTP.</summary>
    /// <exception cref="KustoTypedException">There is no such database, and the options do not create it.</exception>
    public LocalDatabase Database(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new LocalDatabase(_cluster, _cluster.Require(name));
    }

    /// <summary>
    /// Takes what waits in the queues, seals all batches of queued ingestion, and returns when they are ingested or failed.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task SettleAsync(CancellationToken cancellationToken = default) => _management.SettleAsync(cancellationToken);

    /// <summary>
    /// From now on every key in the addresses of the built-in storage that was given out is refused, as if its time were
    /// over; those that are asked for later are good.
    /// </summary>
    /// <exception cref="InvalidOperationException">The storage is not built in: its keys are its own.</exception>
    public void ExpireStorageKeys()
    {
        if (_storage is null)
        {
            throw new InvalidOperationException("The storage is not built in, and its keys are its own.");
        }

        _storage.Keys.Expire();
    }

    /// <summary>Stops listening and closes all connections; the rows are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _management.DisposeAsync().ConfigureAwait(false);
    }
}
