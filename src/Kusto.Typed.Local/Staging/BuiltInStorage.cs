using System.Collections.Concurrent;
using System.Web;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Staging;

/// <summary>Storage in memory: two accounts, so that a client may find that one of them fails.</summary>
internal sealed class BuiltInStorage(Uri root, ClusterStore cluster) : IStagingStorage
{
    public const string Container = "staged";
    public const string ReadyQueue = "ready";
    public const string FailedQueue = "failed";
    public const string SucceededQueue = "succeeded";
    public const string StatusTable = "ingestionsstatus";

    private readonly TimeProvider _timeProvider = cluster.Options.TimeProvider;
    private readonly SemaphoreSlim _messages = new(0);
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte[]>> _blocks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StagedQueue> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Partition, string Row), ConcurrentDictionary<string, string?>> _entities = new();

    public static IReadOnlyList<string> Accounts { get; } = ["localstore1", "localstore2"];

    public StorageKeys Keys { get; } = new(cluster.Options.TimeProvider);

    public ValueTask<StagingResources> ResourcesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new StagingResources(
            [.. Accounts.Select(account => AddressOf(account, Container))],
            [.. Accounts.Select(account => AddressOf(account, ReadyQueue))],
            [AddressOf(Accounts[0], FailedQueue)],
            [AddressOf(Accounts[0], SucceededQueue)],
            [AddressOf(Accounts[0], StatusTable)]));

    public ValueTask<ReadOnlyMemory<byte>> ReadBlobAsync(Uri blob, CancellationToken cancellationToken)
    {
        string[] path = blob.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (blob.Port != root.Port || path.Length < 3)
        {
            throw Refusal.BlobNotFound(blob);
        }

        var query = HttpUtility.ParseQueryString(blob.Query);
        if (!Keys.Opens($"{path[0]}/{path[1]}", name => query[name]))
        {
            throw Refusal.BlobForbidden(blob);
        }

        return _blobs.TryGetValue(Uri.UnescapeDataString(blob.AbsolutePath), out byte[]? bytes)
            ? ValueTask.FromResult<ReadOnlyMemory<byte>>(bytes)
            : throw Refusal.BlobNotFound(blob);
    }

    public ValueTask DeleteBlobAsync(Uri blob, CancellationToken cancellationToken)
    {
        DeleteBlob(Uri.UnescapeDataString(blob.AbsolutePath));
        return ValueTask.CompletedTask;
    }

    public async ValueTask WaitForMessagesAsync(CancellationToken cancellationToken) =>
        await _messages.WaitAsync(cancellationToken).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<string>> TakeMessagesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>(
            [.. Accounts.SelectMany(account => Queue($"/{account}/{ReadyQueue}").TakeAll())]);

    public ValueTask PutReportAsync(StagingReport report, string text, CancellationToken cancellationToken)
    {
        string name = report == StagingReport.Failed ? FailedQueue : SucceededQueue;
        Queue($"/{Accounts[0]}/{name}").Put(text);
        return ValueTask.CompletedTask;
    }

    public ValueTask MergeStatusAsync(
        Uri table,
        string partitionKey,
        string rowKey,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken)
    {
        if (_entities.TryGetValue((partitionKey, rowKey), out ConcurrentDictionary<string, string?>? entity))
        {
            foreach ((string name, string? value) in properties)
            {
                entity[name] = value;
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _messages.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody has put a message into a ready queue.</summary>
    public void SignalMessage() => _messages.Release();

    public StagedQueue Queue(string path) => _queues.GetOrAdd(path, _ => new StagedQueue(_timeProvider));

    public byte[]? FindBlob(string path) => _blobs.GetValueOrDefault(path);

    /// <exception cref="RequestRefusedException">The blob would take more memory than is allowed.</exception>
    public void PutBlob(string path, byte[] bytes)
    {
        DeleteBlob(path);
        cluster.Reserve(bytes.Length);
        _blobs[path] = bytes;
    }

    public void DeleteBlob(string path)
    {
        if (_blobs.TryRemove(path, out byte[]? bytes))
        {
            cluster.Reserve(-bytes.Length);
        }
    }

    public void PutBlock(string path, string id, byte[] bytes) =>
        _blocks.GetOrAdd(path, static _ => new(StringComparer.Ordinal))[id] = bytes;

    /// <summary>Makes a blob of blocks.</summary>
    /// <returns>False where one of them is not there.</returns>
    public bool CommitBlocks(string path, IReadOnlyList<string> ids)
    {
        _blocks.TryRemove(path, out ConcurrentDictionary<string, byte[]>? blocks);
        byte[]?[] parts = [.. ids.Select(id => blocks?.GetValueOrDefault(id))];
        if (Array.Exists(parts, static part => part is null))
        {
            return false;
        }

        PutBlob(path, [.. parts.SelectMany(static part => part!)]);
        return true;
    }

    /// <returns>False where there is one already.</returns>
    public bool InsertEntity(string partition, string row, IReadOnlyDictionary<string, string?> properties) =>
        _entities.TryAdd((partition, row), new ConcurrentDictionary<string, string?>(properties, StringComparer.Ordinal));

    public IReadOnlyDictionary<string, string?>? FindEntity(string partition, string row) =>
        _entities.GetValueOrDefault((partition, row));

    // By its number and not its name, which is how clients know that accounts stand in the path.
    private Uri AddressOf(string account, string resource) =>
        new($"http://127.0.0.1:{root.Port}/{account}/{resource}?{Keys.QueryOf($"{account}/{resource}")}");
}
