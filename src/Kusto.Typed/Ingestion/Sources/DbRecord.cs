using System.Data.Common;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The record that a data reader stands at, whose fields are written as the columns of a table.</summary>
internal sealed class DbRecord
{
    // The longest text of any type but string and dynamic, which make room by themselves.
    private const int MaxScalarBytes = 48;

    private readonly DbDataReader _reader;
    private readonly DbField[] _fields;

    private DbRecord(DbDataReader reader, DbField[] fields)
    {
        _reader = reader;
        _fields = fields;
    }

    /// <summary>Finds each column of the table among the reader's fields, by its name.</summary>
    /// <exception cref="ArgumentException">A column is missing, or a field's type cannot become the column's.</exception>
    public static DbRecord Of(DbDataReader reader, TableSchema table, bool ignoresOthers)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int place = 0; place < reader.FieldCount; place++)
        {
            string name = reader.GetName(place);
            if (!places.TryAdd(name, place))
            {
                throw new ArgumentException($"The reader has two fields '{name}'; name them apart.", nameof(reader));
            }
        }

        string[] others = [.. places.Keys.Except(table.Columns.Select(column => column.Name), StringComparer.Ordinal)];
        return others.Length == 0 || ignoresOthers
            ? new DbRecord(reader, [.. table.Columns.Select(column => DbField.Of(reader, places, column))])
            : throw new ArgumentException(
                $"The table {table.Name} has no column for the reader's {string.Join(", ", others)}; select other fields, or "
                + "pass ignoreOtherFields.",
                nameof(reader));
    }

    public void Write(ref KustoCsvWriter csv)
    {
        csv.BeginRecord((_fields.Length * MaxScalarBytes) + 1);
        foreach (DbField field in _fields)
        {
            field.Write(_reader, ref csv);
        }

        csv.EndRecord();
    }


    public async IAsyncEnumerable<DbRecord> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return this;
        }
    }
}

/// <summary>Writes a data reader's records for the table that a type declares.</summary>
internal sealed class DbRecordMap<TTable> : IKustoRow<DbRecord>
    where TTable : IKustoRow<TTable>
{
    private DbRecordMap()
    {
    }

    public static TableSchema Schema => TTable.Schema;

    public static void Write(in DbRecord row, ref KustoCsvWriter csv) => row.Write(ref csv);
}
