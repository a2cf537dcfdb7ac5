namespace Kusto.Typed.Commands.Parsing;

/// <summary>A table, and where each part of it stands in the text of its command.</summary>
/// <param name="Table">The table; types are by their canonical names where they have one.</param>
/// <param name="Name">Its name, with brackets and quotes where it has them.</param>
/// <param name="Columns">The places of its columns, in their order.</param>
public sealed record PlacedTable(StoredTable Table, TextPlace Name, IReadOnlyList<PlacedColumn> Columns);
