using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Query;

/// <summary>What an operator takes and gives: columns, and rows that are read once and late.</summary>
/// <param name="Columns">The names and types.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Count">How many rows there are, where that is known without reading them.</param>
internal sealed record RowSet(IReadOnlyList<ResultColumn> Columns, IEnumerable<Row> Rows, long? Count = null)
{
    public static RowSet Of(Table table, bool counted) =>
        new(
            [.. table.Columns.Select(static column => new ResultColumn(column.Name, column.Type))],
            counted ? Uncounted(table) : Scan(table),
            table.RowCount);

    /// <summary>The place of a column by its name; -1 where there is none.</summary>
    public int Find(string column)
    {
        for (int place = 0; place < Columns.Count; place++)
        {
            if (Columns[place].Name == column)
            {
                return place;
            }
        }

        return -1;
    }

    private static IEnumerable<Row> Scan(Table table)
    {
        foreach (Extent extent in table.Extents)
        {
            ExtentColumns columns = new(table, extent);
            for (int row = 0; row < extent.RowCount; row++)
            {
                yield return new ExtentRow(columns, row);
            }
        }
    }

    private static IEnumerable<Row> Uncounted(Table table)
    {
        throw Refusal.NotSupported(
            $"The rows of the table '{table.Name}' were counted and not kept (LocalKustoOptions.CountingMode): "
            + "only '| count' right behind the table has an answer.");
#pragma warning disable CS0162 // what makes this an iterator, so that nothing is thrown before rows are read
        yield break;
#pragma warning restore CS0162
    }
}
