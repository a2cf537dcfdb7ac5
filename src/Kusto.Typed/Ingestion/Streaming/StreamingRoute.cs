namespace Kusto.Typed.Ingestion.Streaming;

/// <summary>Streams every batch, or says why it could not.</summary>
internal sealed class StreamingRoute(StreamingSender sender, int maxBatchBytes) : IBatchRoute
{
    public IngestRoute Route => IngestRoute.Streaming;

    public BatchLimit Limit { get; } =
        new(maxBatchBytes, maxBatchBytes, nameof(KustoIngestOptions.MaxStreamingBatchBytes));

    public Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken) =>
        Attempts.RunAsync(
            batch.Identity, Route, delivery => sender.SendAsync(batch, delivery, cancellationToken), cancellationToken);
}
