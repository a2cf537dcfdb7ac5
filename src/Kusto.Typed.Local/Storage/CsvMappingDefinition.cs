using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>An ingestion mapping for CSV as a table keeps it.</summary>
internal sealed record CsvMappingDefinition(
    string Name, ImmutableArray<MappingElement> Elements, DateTime LastUpdatedOn);

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
