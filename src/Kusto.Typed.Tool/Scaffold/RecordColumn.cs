using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>A column of a record that is to be written.</summary>
/// <param name="Stored">The column as it was found.</param>
/// <param name="Type">Its type.</param>
internal sealed record RecordColumn(StoredColumn Stored, KustoType Type)
{
    /// <summary>The place of the field; null: it follows from the order, or there is no field.</summary>
    public int? Ordinal { get; init; }

    /// <summary>What the mapping makes of the field or fills the column with.</summary>
    public KustoTransform Transform { get; init; }

    /// <summary>The text that the mapping fills the column with; null: none.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether the mapping fills the column without a field, so that no property stands for it.</summary>
    public bool IsFilled => Constant is not null || KustoTransforms.IsWithoutField(Transform);

    /// <summary>The type of the field, and so of the property.</summary>
    public KustoType FieldType => KustoTransforms.IsUnixTime(Transform) ? KustoType.Long : Type;

    /// <summary>How the values are kept; what is no encoding that is known is none.</summary>
    public KustoEncoding Encoding =>
        Enum.TryParse(Stored.Encoding, ignoreCase: true, out KustoEncoding encoding) && Enum.IsDefined(encoding)
            ? encoding
            : KustoEncoding.Default;

    public string Name => Stored.Name;
}
