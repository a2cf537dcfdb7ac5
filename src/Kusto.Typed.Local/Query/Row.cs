using System.Text.Json;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Query;

/// <summary>A row on its way through the operators of a query.</summary>
internal abstract class Row
{
    /// <summary>The value of a column; null for null, never for a string.</summary>
    public abstract object? this[int column] { get; }

    public virtual void Write(Utf8JsonWriter json, int column) => ValueJson.Write(json, this[column]);
}

/// <summary>A row of values that an operator has made.</summary>
internal sealed class ValueRow(object?[] values) : Row
{
    public override object? this[int column] => values[column];
}

/// <summary>A row as it lies in its extent: a value is read when somebody asks for it.</summary>
internal sealed class ExtentRow(ExtentColumns columns, int row) : Row
{
    public override object? this[int column] =>
        columns.IsNull(column, row)
            ? columns.Type(column) == KustoType.String ? "" : null
            : CellValue.Parse(columns.Type(column), columns.Text(column, row));

    public override void Write(Utf8JsonWriter json, int column)
    {
        if (columns.IsNull(column, row))
        {
            ValueJson.Write(json, this[column]);
        }
        else
        {
            ValueJson.WriteCanonical(json, columns.Type(column), columns.Text(column, row));
        }
    }
}

/// <summary>The columns of a table, as one of its extents has them.</summary>
internal sealed class ExtentColumns(Table table, Extent extent)
{
    private readonly ColumnText?[] _texts = [.. table.Columns.Select(column => extent.Find(column.Id))];

    public KustoType Type(int column) => table.Columns[column].Type;

    public bool IsNull(int column, int row) => _texts[column] is not { } text || text.IsNull(row);

    public ReadOnlySpan<byte> Text(int column, int row) => _texts[column] is { } text ? text[row] : [];
}
