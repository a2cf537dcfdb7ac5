namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Stages every batch as a blob and has the service ingest it.</summary>
internal sealed class QueuedRoute(QueuedSender sender, KustoIngestOptions options) : IBatchRoute
{
    private const long MaxRecordBytes = 64 * 1024 * 1024;

    public IngestRoute Route => IngestRoute.Queued;

    public BatchLimit Limit { get; } = LimitOf(options);

    public static BatchLimit LimitOf(KustoIngestOptions options) => new(
        options.MaxQueuedBatchBytes,
        Math.Min(options.MaxQueuedBatchBytes, MaxRecordBytes),
        nameof(KustoIngestOptions.MaxQueuedBatchBytes));

    public Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken) =>
        Attempts.RunAsync(
            batch.Identity, Route, delivery => sender.SendAsync(batch, delivery, cancellationToken), cancellationToken);
}
