namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>A blob that waits for its ingestion.</summary>
internal sealed class QueuedBlob
{
    public required Guid SourceId { get; init; }

    public required string Database { get; init; }

    public required string Table { get; init; }

    /// <summary>The blob's address with its key.</summary>
    public required Uri Blob { get; init; }

    /// <summary>The size before compression that the client gave; null: it gave none.</summary>
    public long? RawSize { get; init; }

    public required QueuedSourceFormat Format { get; init; }

    /// <summary>True where it does not wait for others.</summary>
    public bool FlushesImmediately { get; init; }

    /// <summary>True where the blob is deleted once its rows are in the table.</summary>
    public bool DeletesBlob { get; init; }

    /// <summary>Why it is not to be ingested at all; null: it is.</summary>
    public RequestRefusedException? Refusal { get; init; }

    /// <summary>Who wants to know what becomes of it.</summary>
    public required IQueuedReporter Reporter { get; init; }

    public string Path => Blob.GetLeftPart(UriPartial.Path);

    /// <summary>Blobs of one key are sealed together.</summary>
    public (string Database, string Table, string Format) BatchKey =>
        (Database.ToUpperInvariant(), Table, Format.Key);

    /// <summary>True where it makes up a batch by itself.</summary>
    public bool IsAlone =>
        FlushesImmediately || Refusal is not null || RawSize is null or 0 || Format.Options.IngestIfNotExists.Count > 0
        || Format.Options.Tags.Any(static tag => tag.StartsWith("ingest-by:", StringComparison.Ordinal));
}

/// <summary>How a queued blob is read; the key, which is the properties as they came, tells formats apart.</summary>
internal sealed record QueuedSourceFormat(
    string Key, string? Name, string? MappingName, string? MappingJson, string? ZipPattern, SourceOptions Options);

/// <summary>What became of a queued blob.</summary>
internal interface IQueuedReporter
{
    /// <summary>Its rows are in the table, or were there already.</summary>
    ValueTask SucceededAsync(QueuedBlob blob, Guid operationId, bool wasThere, DateTime now);

    /// <summary>Nothing of it is in the table.</summary>
    ValueTask FailedAsync(QueuedBlob blob, LocalIngestionFailure failure, bool isPermanent);
}
