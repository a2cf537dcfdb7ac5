namespace Kusto.Typed.Local.Ingestion;

/// <summary>What is said of a source beyond its format and mapping.</summary>
internal sealed record SourceOptions
{
    /// <summary>What holds where nothing is said: streaming ingestion.</summary>
    public static SourceOptions Default { get; } = new();

    public bool IgnoreFirstRecord { get; init; }

    public SourceValidation Validation { get; init; }

    /// <summary>When the rows count as created; null: now.</summary>
    public DateTime? CreationTime { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Nothing is ingested where the table has an extent with one of these as its ingest-by tag.</summary>
    public IReadOnlyList<string> IngestIfNotExists { get; init; } = [];
}

/// <summary>What becomes of a record with another number of fields than the first one.</summary>
internal enum SourceValidation
{
    /// <summary>The whole source is refused.</summary>
    Fail,

    /// <summary>The record is left out.</summary>
    LeaveOut,

    /// <summary>It is taken: what it lacks is null, what it has too much is not looked at.</summary>
    Ignore,
}
