namespace Kusto.Typed.Ingestion.Queued;

/// <summary>How a source is read: its format and the mapping of its fields.</summary>
/// <param name="Name">The format as the service calls it, in lower case.</param>
/// <param name="MappingKind">The kind of its mappings, spelt as the service compares it.</param>
internal sealed record SourceFormat(string Name, string MappingKind)
{
    /// <summary>The name of a mapping that the table has; null: none.</summary>
    public string? MappingName { get; init; }

    /// <summary>A mapping as JSON; null: none.</summary>
    public string? MappingJson { get; init; }

    public bool IgnoreFirstRecord { get; init; }

    /// <summary>Which files of an archive are read; null: all.</summary>
    public string? ZipPattern { get; init; }

    /// <summary>True where the service deletes the blob once it has ingested it.</summary>
    public bool DeletesBlob { get; init; }

    public static SourceFormat OfRows(IngestTarget target) => new("csv", "Csv") { MappingName = target.MappingName };
}
