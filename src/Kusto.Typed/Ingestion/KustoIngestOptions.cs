using Kusto.Typed.Ingestion;

namespace Kusto.Typed;

/// <summary>How a <c>KustoIngestor</c> ingests. Variants by <c>with</c>.</summary>
public sealed record KustoIngestOptions
{
    /// <summary>The way into the table. Default: <see cref="IngestRoute.Managed"/>.</summary>
    public IngestRoute Route { get; init; } = IngestRoute.Managed;

    /// <summary>
    /// The most bytes of CSV, before compression, in a batch that is streamed. Default: 4,000,000, below the 4 MB that
    /// the service documents. From 1,000 to 10,000,000; the service also counts what update policies make of a batch.
    /// </summary>
    public int MaxStreamingBatchBytes { get; init; } = 4_000_000;

    /// <summary>
    /// The most bytes of CSV, before compression, in a batch that is queued. Default: 100,000,000, where the range that
    /// the service recommends begins. From 1,000 to 1,000,000,000. Small batches are gathered by the service.
    /// </summary>
    public int MaxQueuedBatchBytes { get; init; } = 100_000_000;

    /// <summary>
    /// The most bytes of CSV in a batch that is sent as a command. Default: 500,000. From 1,000 to 4,000,000.
    /// </summary>
    public int MaxInlineBatchBytes { get; init; } = 500_000;

    /// <summary>
    /// By which protocol blobs are handed to the service. Default: <see cref="QueuedProtocol.Auto"/>, as the endpoint asks.
    /// </summary>
    public QueuedProtocol QueuedProtocol { get; init; } = QueuedProtocol.Auto;

    /// <summary>
    /// True, the default, creates the mapping of the rows' type where the table lacks it, before rows are queued. False:
    /// rows are then not accepted. Where the caller may not ask for mappings, rows are queued all the same.
    /// </summary>
    public bool EnsureMapping { get; init; } = true;

    /// <summary>
    /// The batches that may travel at the same time, while one more is filled. Default: 4. From 1 to 64.
    /// </summary>
    public int MaxBatchesInFlight { get; init; } = 4;

    /// <summary>How batches are compressed. Default: <see cref="KustoCompression.Fast"/>.</summary>
    public KustoCompression Compression { get; init; } = KustoCompression.Fast;

    /// <summary>
    /// How long an asynchronous source may stay quiet before the rows it has given are sent. Default: 5 seconds. From
    /// 10 milliseconds to 1 hour; null: never before a batch is full or the source ends.
    /// </summary>
    public TimeSpan? FlushInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What is done about a value that Kusto would cut, null or refuse. Default: <see cref="ValuePolicy.Throw"/>.
    /// </summary>
    public ValuePolicy ValuePolicy { get; init; } = ValuePolicy.Throw;

    /// <summary>
    /// Told of each row that <see cref="ValuePolicy.SkipRow"/> leaves out, in order, on the thread that reads the source,
    /// before the next row is asked for; what it throws ends the call like a failure of the source. Default: null, which
    /// that policy does not take.
    /// </summary>
    public Action<KustoRowException>? OnRowSkipped { get; init; }

    internal RowGuard Guard => new(ValuePolicy, OnRowSkipped);

    internal void Check()
    {
        Guard.Check(nameof(ValuePolicy), $"{nameof(KustoIngestOptions)}.{nameof(OnRowSkipped)}");
        CheckRange((int)Route, (int)IngestRoute.Managed, (int)IngestRoute.Inline, nameof(Route));
        CheckRange((int)QueuedProtocol, (int)QueuedProtocol.Auto, (int)QueuedProtocol.Rest, nameof(QueuedProtocol));
        CheckRange(MaxQueuedBatchBytes, 1_000, 1_000_000_000, nameof(MaxQueuedBatchBytes));
        CheckRange(MaxInlineBatchBytes, 1_000, 4_000_000, nameof(MaxInlineBatchBytes));
        CheckRange(MaxStreamingBatchBytes, 1_000, 10_000_000, nameof(MaxStreamingBatchBytes));
        CheckRange(MaxBatchesInFlight, 1, 64, nameof(MaxBatchesInFlight));
        CheckRange((int)Compression, (int)KustoCompression.None, (int)KustoCompression.Small, nameof(Compression));
        if (FlushInterval < TimeSpan.FromMilliseconds(10) || FlushInterval > TimeSpan.FromHours(1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(FlushInterval), FlushInterval, "The interval is from 10 milliseconds to 1 hour, or null.");
        }
    }

    private static void CheckRange(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value is from {least} to {most}.");
        }
    }
}
