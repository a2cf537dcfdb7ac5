namespace Kusto.Typed.Generator.Model;

/// <summary>How a value becomes the field of a record and a field such a value.</summary>
/// <param name="Ordinal">The place of the field in the record.</param>
/// <param name="Value">The value as an expression over <c>row</c>.</param>
/// <param name="Codec">The calls that write and read.</param>
/// <param name="IsNullable">True where the expression may be null.</param>
/// <param name="WhenNull">What a null field reads as; null: the reader decides.</param>
/// <param name="JsonType">The name of the metadata the value is JSON by; null where it needs none.</param>
/// <param name="Converter">The converter in between; null: none.</param>
internal sealed record FieldModel(
    int Ordinal,
    string Value,
    CodecModel Codec,
    bool IsNullable,
    string? WhenNull,
    string? JsonType,
    ConverterModel? Converter)
{
    /// <summary>True where the value is a string of the row itself, which lies apart from it in memory.</summary>
    public bool IsText => Codec.IsText && Converter is null;
}
