using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Inline;

/// <summary>What the text of <c>.ingest inline</c> cannot carry: each line is a record there, quotes or not.</summary>
internal static class InlineText
{
    /// <summary>Finds a value with a line end in it.</summary>
    /// <returns>Which row and column it is; null where there is none.</returns>
    public static KustoRowException? FindLineEnd(ReadOnlySpan<byte> csv, TableSchema table, BatchRows rows)
    {
        long row = rows.FirstRowIndex;
        int ordinal = 0;
        bool quoted = false;
        foreach (byte part in csv)
        {
            if (part == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (quoted && part is (byte)'\n' or (byte)'\r')
            {
                return new KustoRowException(
                    "the value contains a line end, which .ingest inline has no way to carry; take another route, or leave the "
                    + "line end out.",
                    rows.HasGaps ? -1 : row, // with rows left out between them, nobody has counted
                    table.Columns[ordinal].Name);
            }
            else if (part == (byte)'\n')
            {
                row++;
                ordinal = 0;
            }
            else if (part == (byte)',' && !quoted)
            {
                ordinal++;
            }
        }

        return null;
    }
}
