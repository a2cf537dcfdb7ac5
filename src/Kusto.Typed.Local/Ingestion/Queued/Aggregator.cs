using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>Gathers blobs of a kind and seals them as the table's batching policy says.</summary>
internal sealed class Aggregator(ClusterStore cluster, BlobIngestion ingestion) : IAsyncDisposable
{
    private const long Megabyte = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string, string, string), OpenBatch> _open = [];
    private Task _sealed = Task.CompletedTask;

    public void Add(QueuedBlob blob)
    {
        lock (_lock)
        {
            BatchingPolicy policy = PolicyOf(blob);
            if (blob.IsAlone || policy.Time == TimeSpan.Zero)
            {
                Seal([blob]);
                return;
            }

            if (!_open.TryGetValue(blob.BatchKey, out OpenBatch? batch))
            {
                batch = new OpenBatch();
                _open.Add(blob.BatchKey, batch);
                batch.Timer = cluster.Options.TimeProvider.CreateTimer(
                    _ => Seal(blob.BatchKey), null, policy.Time, Timeout.InfiniteTimeSpan);
            }

            batch.Blobs.Add(blob);
            batch.RawBytes += blob.RawSize ?? 0;
            if (batch.Blobs.Count >= policy.Items || batch.RawBytes >= policy.RawDataSizeMB * Megabyte)
            {
                Seal(blob.BatchKey);
            }
        }
    }

    /// <summary>Seals whatever waits, and returns when all that was sealed so far is dealt with.</summary>
    public Task SettleAsync()
    {
        lock (_lock)
        {
            foreach (var key in _open.Keys.ToArray())
            {
                Seal(key);
            }

            return _sealed;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task running;
        lock (_lock)
        {
            foreach (OpenBatch batch in _open.Values)
            {
                batch.Timer?.Dispose();
            }

            _open.Clear();
            running = _sealed;
        }

        await running.ConfigureAwait(false);
    }

    private void Seal((string, string, string) key)
    {
        lock (_lock)
        {
            if (_open.Remove(key, out OpenBatch? batch))
            {
                batch.Timer?.Dispose();
                Seal(batch.Blobs);
            }
        }
    }

    // One batch after another, in the order in which they were sealed.
    private void Seal(List<QueuedBlob> blobs) => _sealed = IngestAsync(_sealed, blobs);

    private async Task IngestAsync(Task before, List<QueuedBlob> blobs)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (QueuedBlob blob in blobs)
        {
            if (seen.Add(blob.Path))
            {
                await ingestion.IngestAsync(blob, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                await ingestion.RefuseAsync(blob, Refusal.BadFormat(
                    "BlobAlreadyReceived_BlobAlreadyFoundInBatch",
                    $"The blob {blob.Path} is twice in one batch; one copy is used.")).ConfigureAwait(false);
            }
        }
    }

    private BatchingPolicy PolicyOf(QueuedBlob blob)
    {
        DatabaseStore? database = cluster.Databases.FirstOrDefault(
            known => known.Name.Equals(blob.Database, StringComparison.OrdinalIgnoreCase));
        return database?.Find(blob.Table)?.BatchingPolicy
            ?? database?.BatchingPolicy
            ?? BatchingPolicy.Default with { Time = cluster.Options.BatchingTimeSpan };
    }

    private sealed class OpenBatch
    {
        public List<QueuedBlob> Blobs { get; } = [];

        public long RawBytes { get; set; }

        public ITimer? Timer { get; set; }
    }
}
