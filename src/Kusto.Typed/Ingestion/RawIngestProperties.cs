using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed;

/// <summary>What queued ingestion is told about a source that no row type describes.</summary>
/// <remarks>Nothing checks such a source against the table before the service does, which nulls what does not fit.</remarks>
public sealed record RawIngestProperties : QueuedIngestProperties
{
    /// <summary>The source's format.</summary>
    public required KustoDataFormat Format { get; init; }

    /// <summary>
    /// A mapping that the table has, by its name; null: none. With neither this nor <see cref="MappingJson"/> fields go
    /// to columns by their order, or in JSON by their names.
    /// </summary>
    public string? MappingName { get; init; }

    /// <summary>A mapping as JSON, for this source alone; null: none.</summary>
    public string? MappingJson { get; init; }

    /// <summary>True leaves out the first record of each file, which names the fields. Default: false. For formats such as CSV.</summary>
    public bool IgnoreFirstRecord { get; init; }

    /// <summary>
    /// The source is a ZIP archive, and this regular expression says which of its files are read, <c>.*</c> for all; null,
    /// the default: it is none.
    /// </summary>
    public string? ZipPattern { get; init; }

    /// <summary>
    /// True has the service delete a blob of yours once it is ingested; its key must allow that. Default: false. A stream
    /// is staged as a blob of the service's own.
    /// </summary>
    public bool DeleteBlobOnSuccess { get; init; }

    internal bool IsText => Format is not (KustoDataFormat.Avro or KustoDataFormat.ApacheAvro or KustoDataFormat.Parquet
        or KustoDataFormat.Orc or KustoDataFormat.SStream);

    internal override void Check()
    {
        base.Check();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Format, (int)KustoDataFormat.W3CLogFile, nameof(Format));
        if (MappingName is not null && MappingJson is not null)
        {
            throw new ArgumentException(
                $"Both {nameof(MappingName)} and {nameof(MappingJson)} are given; leave one.", nameof(MappingJson));
        }

        if (IgnoreFirstRecord && MappingKind != "Csv")
        {
            throw new ArgumentException(
                $"A source of the format {Format} has no first record that names fields.", nameof(IgnoreFirstRecord));
        }
    }

    internal SourceFormat ToSourceFormat() => new(Format.ToString().ToLowerInvariant(), MappingKind)
    {
        MappingName = MappingName,
        MappingJson = MappingJson,
        IgnoreFirstRecord = IgnoreFirstRecord,
        ZipPattern = ZipPattern,
        DeletesBlob = DeleteBlobOnSuccess,
    };

    private string MappingKind => Format switch
    {
        KustoDataFormat.Json or KustoDataFormat.SingleJson or KustoDataFormat.MultiJson => "Json",
        KustoDataFormat.Avro or KustoDataFormat.ApacheAvro or KustoDataFormat.Parquet or KustoDataFormat.Orc
            or KustoDataFormat.SStream or KustoDataFormat.W3CLogFile => Format.ToString(),
        _ => "Csv",
    };
}
