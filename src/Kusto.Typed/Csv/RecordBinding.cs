using Kusto.Typed.Schema;

namespace Kusto.Typed.Csv;

/// <summary>Where records come from.</summary>
internal enum RecordOrigin
{
    /// <summary>The answer to a query.</summary>
    Table,

    /// <summary>A file that others wrote.</summary>
    File,
}

/// <summary>Which field of a result's records belongs to which column of a row: found by name, once a result.</summary>
internal sealed class RecordBinding
{
    private readonly int[] _fields;

    private RecordBinding(TableSchema table, int[] fields, RecordOrigin origin)
    {
        Table = table;
        Origin = origin;
        _fields = fields;
    }

    public TableSchema Table { get; }

    /// <summary>Where fields come from: it decides how a message calls them.</summary>
    public RecordOrigin Origin { get; }

    /// <summary>Finds each column of the row by its name; columns that the row does not have are passed over.</summary>
    /// <exception cref="KustoTypedException">The result lacks a column of the row.</exception>
    public static RecordBinding ByName(
        TableSchema table, IReadOnlyList<string> resultColumns, RecordOrigin origin = RecordOrigin.Table)
    {
        Dictionary<string, int> places = new(resultColumns.Count, StringComparer.Ordinal);
        for (int place = 0; place < resultColumns.Count; place++)
        {
            places.TryAdd(resultColumns[place], place);
        }

        int[] fields = new int[table.Columns.Count];
        foreach (ColumnSchema column in table.Fields)
        {
            fields[column.Position] = places.TryGetValue(column.Name, out int place)
                ? place
                : throw new KustoTypedException(
                    $"The result has no column '{column.Name}', which a row of {table.Name} is read from. "
                    + $"It has: {string.Join(", ", resultColumns)}. Return the column, or read another type.");
        }

        return new RecordBinding(table, fields, origin);
    }

    /// <summary>The fields of all columns, by their positions.</summary>
    public ReadOnlySpan<int> Places => _fields;

    /// <summary>The field of a column, by the column's position; it is one that has a field.</summary>
    public int FieldOf(int position) => _fields[position];
}
