namespace Kusto.Typed.Schema;

/// <summary>A column of a table.</summary>
public sealed class ColumnSchema
{
    internal ColumnSchema(string name, KustoType type, int ordinal, string? docString)
    {
        Name = name;
        Type = type;
        Ordinal = ordinal;
        DocString = docString;
    }

    /// <summary>The name, case-sensitive, as it stands in the table.</summary>
    public string Name { get; }

    /// <summary>The scalar type of the column.</summary>
    public KustoType Type { get; }

    /// <summary>The place of the column's field in a CSV record, from 0.</summary>
    public int Ordinal { get; }

    /// <summary>The column's docstring; null where none is declared.</summary>
    public string? DocString { get; }

    /// <summary>The column as a command writes it.</summary>
    public override string ToString() => $"{Name}: {Type.ToKusto()}";
}
