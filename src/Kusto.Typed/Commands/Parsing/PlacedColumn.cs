namespace Kusto.Typed.Commands.Parsing;

/// <summary>Where a column stands in the text of a command.</summary>
/// <param name="Name">Its name, with brackets and quotes where it has them.</param>
/// <param name="Type">The word that names its type.</param>
public readonly record struct PlacedColumn(TextPlace Name, TextPlace Type);
