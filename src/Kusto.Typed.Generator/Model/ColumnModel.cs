namespace Kusto.Typed.Generator.Model;

/// <summary>A column and the property it is written from.</summary>
/// <param name="Name">The column's name in the table.</param>
/// <param name="Property">The property's name as source writes it.</param>
/// <param name="DocString">The column's docstring; null: none.</param>
/// <param name="Codec">How the value is written and read.</param>
/// <param name="IsNullable">True where the property takes a null.</param>
/// <param name="WhenNull">What a null field reads as; null: the reader decides.</param>
/// <param name="Parameter">The constructor's parameter that takes the value when reading; null: none.</param>
/// <param name="IsInitialized">True where the object initializer takes the value when reading.</param>
/// <param name="JsonType">The name of the metadata the value is JSON by; null where it needs none.</param>
internal sealed record ColumnModel(
    string Name,
    string Property,
    string? DocString,
    CodecModel Codec,
    bool IsNullable,
    string? WhenNull,
    string? Parameter,
    bool IsInitialized,
    string? JsonType);
