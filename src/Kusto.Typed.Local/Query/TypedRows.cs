using Kusto.Typed.Csv;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Query;

/// <summary>Rows of a table as values of a C# type, read by the type's own generated code.</summary>
internal sealed class TypedRows<TRow>
    where TRow : IKustoRowReader<TRow>
{
    private readonly Table _table;
    private readonly RecordBinding _binding;
    private readonly RecordField[] _fields;
    private byte[] _text = new byte[1024];

    private TypedRows(Table table)
    {
        TableSchema schema = TRow.Schema;
        _table = table;
        _binding = RecordBinding.ByName(schema, [.. table.Columns.Select(static column => column.Name)]);
        _fields = new RecordField[table.Columns.Length];
    }

    public static IEnumerable<TRow> Of(Table table, bool counted) =>
        counted
            ? throw Refusal.NotSupported(
                $"The rows of the table '{table.Name}' were counted and not kept (LocalKustoOptions.CountingMode).")
            : Read(table, new TypedRows<TRow>(table));

    private static IEnumerable<TRow> Read(Table table, TypedRows<TRow> first)
    {
        // The binding has been checked by now; each enumeration has buffers of its own.
        TypedRows<TRow> rows = new(first._table);
        long index = 0;
        foreach (Extent extent in table.Extents)
        {
            ExtentColumns columns = new(table, extent);
            for (int row = 0; row < extent.RowCount; row++)
            {
                yield return rows.Read(columns, row, index++);
            }
        }
    }

    private TRow Read(ExtentColumns columns, int row, long index)
    {
        int length = 0;
        for (int column = 0; column < _fields.Length; column++)
        {
            ReadOnlySpan<byte> value = columns.Text(column, row);
            bool isNull = columns.IsNull(column, row) && columns.Type(column) != KustoType.String;
            if (_text.Length - length < value.Length)
            {
                Array.Resize(ref _text, Math.Max(_text.Length * 2, length + value.Length));
            }

            value.CopyTo(_text.AsSpan(length));
            _fields[column] = new RecordField(length, value.Length, isNull);
            length += value.Length;
        }

        KustoRecordReader record = new(_binding, _text.AsSpan(0, length), _fields, index);
        return TRow.Read(ref record);
    }
}
