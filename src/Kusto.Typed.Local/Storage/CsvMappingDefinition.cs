using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>An ingestion mapping for CSV as a table keeps it.</summary>
internal sealed record CsvMappingDefinition(
    string Name, ImmutableArray<MappingElement> Elements, DateTime LastUpdatedOn);

/// <summary>Where a column's value comes from: the field at an ordinal, or a constant.</summary>
internal sealed record MappingElement(string Column, int? Ordinal, string? ConstValue, string? DataType);
