namespace Kusto.Typed.Ingestion.Queued;

/// <summary>A blob that the service is to ingest, and how.</summary>
/// <remarks>No record, since the blob's address carries a key that must not be printed.</remarks>
internal sealed class QueuedSource
{
    public required Guid SourceId { get; init; }

    public required string Database { get; init; }

    public required string Table { get; init; }

    /// <summary>The blob, with the key that opens it.</summary>
    public required Uri Blob { get; init; }

    /// <summary>Its size before compression, in bytes; null where nobody knows, and then the service looks.</summary>
    public long? RawBytes { get; init; }

    public required SourceFormat Format { get; init; }

    public required QueuedIngestProperties Properties { get; init; }
}
