using System.Text.Json;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Query;

/// <summary>Reads a query and makes its rows, which are worked out as they are read.</summary>
internal sealed class QueryRunner(ClusterStore cluster)
{
    /// <exception cref="RequestRefusedException">The query is wrong, or asks for what is not supported.</exception>
    public RowSet Run(string query, string? database, IReadOnlyDictionary<string, JsonElement> parameterValues)
    {
        TextScanner text = new(query);
        DatabaseStore store = cluster.Require(database);
        IReadOnlyDictionary<string, Expression> parameters = QueryParameters.Read(text, parameterValues);
        DateTime now = cluster.Options.TimeProvider.GetUtcNow().UtcDateTime;
        RowSet rows = text.TryWord("print") ? Print(text, parameters, now) : Source(text, store);
        return new Operators(text, parameters, now).ApplyAll(rows);
    }

    private RowSet Source(TextScanner text, DatabaseStore database)
    {
        foreach (string statement in (ReadOnlySpan<string>)["let", "set", "union", "range", "datatable", "search"])
        {
            if (text.TryWord(statement))
            {
                throw Refusal.NotSupported(
                    $"'{statement}' is not supported by the local endpoint. A query begins with the name of a table, with "
                    + "print, or with declare query_parameters.");
            }
        }

        string name = text.ReadName("the name of a table");
        return text.AtPunctuation('(')
            ? throw Refusal.NotSupported($"The local endpoint has no functions; '{name}' is called as one.")
            : RowSet.Of(database.Require(name), cluster.Options.CountingMode);
    }

    private static RowSet Print(TextScanner text, IReadOnlyDictionary<string, Expression> parameters, DateTime now)
    {
        RowSet nothing = new([], []);
        Projection values = new(text, new ExpressionParser(text, new Scope(nothing, parameters, now)));
        values.Read(static place => $"print_{place}");
        return new RowSet(values.Columns, [new ValueRow(values.Values(new ValueRow([])))], 1);
    }
}
