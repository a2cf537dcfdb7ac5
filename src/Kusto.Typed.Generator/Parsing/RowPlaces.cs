using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Where the parts of a row type stand, for what is wrong between it and something else.</summary>
/// <param name="Declaration">The attribute that declares the table.</param>
/// <param name="Identifier">The type's name.</param>
/// <param name="Columns">The properties of the columns by position; fewer than columns, since some have none.</param>
internal sealed record RowPlaces(Location? Declaration, Location Identifier, IReadOnlyList<ColumnPlaces> Columns);

/// <summary>Where the property of a column stands.</summary>
/// <param name="Property">The property's name, as source has it.</param>
/// <param name="Name">Where that is.</param>
/// <param name="Type">Where its type is.</param>
internal sealed record ColumnPlaces(string Property, Location? Name, Location? Type);
