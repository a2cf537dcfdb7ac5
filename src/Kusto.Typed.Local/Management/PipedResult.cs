using Kusto.Typed.Local.Query;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Management;

/// <summary>The answer to a command, read by the operators of a query: <c>.show operations | where ...</c>.</summary>
internal static class PipedResult
{
    private static readonly Dictionary<string, Expression> s_noParameters = [];

    /// <summary>Applies what stands behind the command, if anything does.</summary>
    /// <exception cref="RequestRefusedException">It is not what a query may have there.</exception>
    public static ResultTable Of(CommandContext context, ResultTable answer)
    {
        if (!context.Text.AtPunctuation('|'))
        {
            return answer;
        }

        // Words of commands have no case, and those of queries do.
        Operators operators = new(new TextScanner(context.Text.Rest), s_noParameters, context.Now);
        RowSet rows = operators.ApplyAll(new RowSet(answer.Columns, answer.Rows.Select(row => AsRow(answer, row)), answer.Rows.Count));
        return new ResultTable(rows.Columns, [.. rows.Rows.Select(row => Values(row, rows.Columns.Count))]);
    }

    // In a query no string is null.
    private static Row AsRow(ResultTable answer, object?[] values) =>
        new ValueRow([.. values.Select((value, place) => value ?? (answer.Columns[place].Type == KustoType.String ? "" : null))]);

    private static object?[] Values(Row row, int columns) => [.. Enumerable.Range(0, columns).Select(column => row[column])];
}
