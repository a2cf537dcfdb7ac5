namespace Kusto.Typed;

/// <summary>How a <c>KustoIngestor</c> ingests. Variants by <c>with</c>.</summary>
public sealed record KustoIngestOptions
{
    /// <summary>The way into the table. Default: <see cref="IngestRoute.Managed"/>, which this version lacks.</summary>
    public IngestRoute Route { get; init; } = IngestRoute.Managed;

    /// <summary>
    /// The most bytes of CSV, before compression, in a batch that is streamed. Default: 4,000,000, below the 4 MB that
    /// the service documents. From 1,000 to 10,000,000; the service also counts what update policies make of a batch.
    /// </summary>
    public int MaxStreamingBatchBytes { get; init; } = 4_000_000;

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

    internal void Check()
    {
        if (Route != IngestRoute.Streaming)
        {
            throw new NotSupportedException(
                $"This version has no {Route} ingestion; set {nameof(KustoIngestOptions)}.{nameof(Route)} to "
                + $"{nameof(IngestRoute)}.{nameof(IngestRoute.Streaming)}.");
        }

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
