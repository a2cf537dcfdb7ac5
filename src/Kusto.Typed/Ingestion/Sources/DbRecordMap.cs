using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Writes what a data reader stands on as a record of a row type's table.</summary>
internal sealed class DbRecordMap<TRow> : IKustoRow<DbRecord>
    where TRow : IKustoRow<TRow>
{
    // The longest text of a field that is no string: a decimal of 38 digits with sign, point and separator.
    private const int MaxFixedFieldBytes = 48;

    public static TableSchema Schema { get; } = TRow.Schema;

    public static void Write(in DbRecord row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord(row.Columns.Count * MaxFixedFieldBytes);
        foreach (DbField column in row.Columns)
        {
            if (column.Place < 0 || row.Reader.IsDBNull(column.Place))
            {
                csv.WriteString((string?)null);
            }
            else
            {
                column.Write(row.Reader, column.Place, ref csv);
            }
        }

        csv.EndRecord();
    }
}
