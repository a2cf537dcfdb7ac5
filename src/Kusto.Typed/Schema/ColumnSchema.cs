namespace Kusto.Typed.Schema;

/// <summary>A column of a table.</summary>
public sealed class ColumnSchema
{
    internal ColumnSchema(string name, KustoType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The name, case-sensitive, as it stands in the table.</summary>
    public string Name { get; }

    /// <summary>The scalar type of the column.</summary>
    public KustoType Type { get; }

    /// <summary>The column's place among the table's columns as they are declared, from 0.</summary>
    public int Position { get; internal set; }

    /// <summary>
    /// The place of the column's field in a CSV record, from 0; null where the mapping fills it without a field.
    /// </summary>
    public int? Ordinal { get; internal set; }

    /// <summary>The text, parsed as the column's type, that the mapping fills the column with; null: none.</summary>
    public string? ConstantValue { get; internal set; }

    /// <summary>What the mapping makes of the field, or fills the column with in place of one.</summary>
    public KustoTransform Transform { get; internal set; }

    /// <summary>How the column's values are kept.</summary>
    public KustoEncoding Encoding { get; internal set; }

    /// <summary>The column's docstring; null where none is declared.</summary>
    public string? DocString { get; internal set; }

    /// <summary>The name that the column had before it was renamed; null where it had no other.</summary>
    public string? RenamedFrom { get; internal set; }

    /// <summary>The type of the field in a record, which a transformation may make the column's type of.</summary>
    internal KustoType FieldType => KustoTransforms.IsUnixTime(Transform) ? KustoType.Long : Type;

    /// <summary>The column as a command writes it.</summary>
    public override string ToString() => $"{Name}: {Type.ToKusto()}";
}
