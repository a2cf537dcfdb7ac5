using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kusto.Typed.Local.Staging;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>What the service's data management does: takes messages and submissions, and has their blobs ingested.</summary>
internal sealed class DataManagement : IAsyncDisposable
{
    private readonly ClusterStore _cluster;
    private readonly BlobIngestion _ingestion;
    private readonly Aggregator _aggregator;
    private readonly QueueMessageReader _messages;
    private readonly ConcurrentDictionary<Guid, IngestionOperation> _operations = new();
    private readonly SemaphoreSlim _taking = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;

    public DataManagement(ClusterStore cluster, IStagingStorage storage)
    {
        _cluster = cluster;
        Storage = storage;
        _ingestion = new BlobIngestion(cluster, new StreamingIngestion(cluster), storage);
        _aggregator = new Aggregator(cluster, _ingestion);
        _messages = new QueueMessageReader(storage, IdentityToken);
        _reading = ReadMessagesAsync();
    }

    public IStagingStorage Storage { get; }

    /// <summary>By which the messages of those who asked for it are known.</summary>
    public string IdentityToken { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));

    /// <summary>What came in the messages that could not be read, oldest first.</summary>
    public ConcurrentQueue<string> Unreadable { get; } = new();

    public void Add(QueuedBlob blob) => _aggregator.Add(blob);

    public IngestionOperation BeginOperation()
    {
        IngestionOperation operation = new(_cluster.Options.TimeProvider.GetUtcNow().UtcDateTime);
        _operations[operation.Id] = operation;
        return operation;
    }

    public IngestionOperation? FindOperation(Guid id) => _operations.GetValueOrDefault(id);

    /// <summary>Takes what waits in the queues, seals all batches and returns when they are dealt with.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await TakeMessagesAsync(cancellationToken).ConfigureAwait(false);
        await _aggregator.SettleAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _aggregator.DisposeAsync().ConfigureAwait(false);
        await Storage.DisposeAsync().ConfigureAwait(false);
        _taking.Dispose();
        _stop.Dispose();
    }

    private async Task ReadMessagesAsync()
    {
        while (true)
        {
            await Storage.WaitForMessagesAsync(_stop.Token).ConfigureAwait(false);
            await TakeMessagesAsync(_stop.Token).ConfigureAwait(false);
        }
    }

    // One at a time, so that who settles knows that nothing is between the queue and the aggregator.
    private async Task TakeMessagesAsync(CancellationToken cancellationToken)
    {
        await _taking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (string text in await Storage.TakeMessagesAsync(cancellationToken).ConfigureAwait(false))
            {
                Take(text);
            }
        }
        finally
        {
            _taking.Release();
        }
    }

    private void Take(string text)
    {
        try
        {
            _aggregator.Add(_messages.Read(text));
        }
        catch (RequestRefusedException refusal)
        {
            Unreadable.Enqueue(refusal.Message);
        }
    }
}
