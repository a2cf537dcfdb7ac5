namespace Kusto.Typed.Commands.Parsing;

/// <summary>What a mapping says of one column, in whichever of its shapes it was found.</summary>
/// <param name="Column">The column's name; empty where the entry has none.</param>
public sealed record StoredMappingEntry(string Column)
{
    /// <summary>The type that the mapping gives the column; null: none, which an empty text is taken as.</summary>
    public string? DataType { get; init; }

    /// <summary>The field that fills the column, from 0; null: none.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The text that fills the column; null: none.</summary>
    public string? ConstantValue { get; init; }

    /// <summary>The transformation's name as it was found; null: none, which an empty text is taken as.</summary>
    public string? Transform { get; init; }
}
