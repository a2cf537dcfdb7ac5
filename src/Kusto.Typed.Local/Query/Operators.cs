using System.Globalization;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Query;

/// <summary>The operators that stand behind <c>|</c>.</summary>
/// <param name="text">The query, from its first <c>|</c> on.</param>
/// <param name="parameters">The parameters that the query declares.</param>
/// <param name="now">What <c>now()</c> is: one moment for the whole query.</param>
internal sealed class Operators(TextScanner text, IReadOnlyDictionary<string, Expression> parameters, DateTime now)
{
    private const string Supported = "count, take, limit, where, project, order by, sort by, summarize count() by";

    /// <summary>Reads all operators up to the end of the text and applies them.</summary>
    /// <exception cref="RequestRefusedException">There is no such operator here.</exception>
    public RowSet ApplyAll(RowSet rows)
    {
        while (text.TryPunctuation('|'))
        {
            rows = Apply(rows);
        }

        text.TryPunctuation(';');
        text.ExpectEnd();
        return rows;
    }

    private RowSet Apply(RowSet rows)
    {
        if (text.TryWord("count"))
        {
            return Count(rows);
        }

        if (text.TryWord("take") || text.TryWord("limit"))
        {
            int most = ReadRowCount();
            return rows with
            {
                Rows = rows.Rows.Take(most),
                Count = rows.Count is { } count ? Math.Min(count, most) : null,
            };
        }

        if (text.TryWord("where") || text.TryWord("filter"))
        {
            Func<Row, bool?> test = Expressions(rows).Read().AsTruth("where");
            return rows with { Rows = rows.Rows.Where(row => test(row) == true), Count = null };
        }

        if (text.TryWord("project"))
        {
            return new Projection(text, Expressions(rows)).Apply(rows);
        }

        if (text.TryWords("order", "by") || text.TryWords("sort", "by"))
        {
            return new Ordering(text, Expressions(rows)).Apply(rows);
        }

        return text.TryWord("summarize")
            ? new Summary(text, Expressions(rows)).Apply(rows)
            : throw NotSupported();
    }

    private RequestRefusedException NotSupported() =>
        text.TryOperatorName(out string name)
            ? Refusal.NotSupported(
                $"The operator '{name}' is not supported by the local endpoint. It supports {Supported}. "
                + "Words are case-sensitive.")
            : text.Unexpected("an operator");

    private ExpressionParser Expressions(RowSet rows) => new(text, new Scope(rows, parameters, now));

    private static RowSet Count(RowSet rows)
    {
        IEnumerable<Row> Counted()
        {
            yield return new ValueRow([rows.Count ?? rows.Rows.LongCount()]);
        }

        return new RowSet([new ResultColumn("Count", KustoType.Long)], Counted(), 1);
    }

    private int ReadRowCount()
    {
        object? value = new ExpressionParser(text, new Scope(new RowSet([], []), parameters, now)).Read().ConstantValue();
        return value switch
        {
            long and >= 0 and <= int.MaxValue => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            int and >= 0 => (int)value,
            _ => throw Refusal.Semantic("take needs a number of rows, 0 or more."),
        };
    }
}
