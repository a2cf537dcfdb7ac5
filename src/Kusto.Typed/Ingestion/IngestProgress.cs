namespace Kusto.Typed;

/// <summary>How far an ingestion is, reported each time a batch was accepted.</summary>
/// <param name="RowsAccepted">The rows of the batches that the service has taken.</param>
/// <param name="BatchesAccepted">The batches that the service has taken.</param>
/// <param name="RawBytes">Their size as CSV.</param>
/// <param name="CompressedBytes">Their size as it travelled.</param>
public sealed record IngestProgress(long RowsAccepted, int BatchesAccepted, long RawBytes, long CompressedBytes);
