using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>What a mapping is known by: the same name may stand for one of each kind.</summary>
internal readonly record struct MappingKey(MappingKind Kind, string Name)
{
    /// <summary>What a message calls it: <c>CSV mapping 'm'</c>.</summary>
    public string Title => $"{Kind.ToString().ToUpperInvariant()} mapping '{Name}'";

    public static MappingKey Csv(string name) => new(MappingKind.Csv, name);
}

/// <summary>The kinds of mappings, by Kusto's own names.</summary>
internal enum MappingKind
{
    Csv,
    Json,
    Avro,
    Parquet,
    Orc,
    W3CLogFile,
}

/// <summary>An ingestion mapping as a table or a database keeps it.</summary>
internal sealed record MappingDefinition(MappingKey Key, DateTime LastUpdatedOn)
{
    /// <summary>Where the columns come from; of CSV alone: the endpoint reads no other kind.</summary>
    public ImmutableArray<MappingElement> Elements { get; init; } = [];

    /// <summary>The mapping as it is shown.</summary>
    public required string Shown { get; init; }
}

/// <summary>Where a column's value comes from: the field at an ordinal, a constant, or a transformation.</summary>
internal sealed record MappingElement(string Column, int? Ordinal, string? ConstValue, string? DataType)
{
    public MappingTransform Transform { get; init; }
}

/// <summary>The transformations that CSV has, by Kusto's own names.</summary>
internal enum MappingTransform
{
    None,

    /// <summary>The name of the source, in each of its rows.</summary>
    SourceLocation,

    /// <summary>The place of the record in its source, from 1.</summary>
    SourceLineNumber,

    DateTimeFromUnixSeconds,
    DateTimeFromUnixMilliseconds,
    DateTimeFromUnixMicroseconds,
    DateTimeFromUnixNanoseconds,
}
