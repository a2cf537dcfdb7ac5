using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Query;

/// <summary>
/// The operator <c>order by</c>: descending unless it says otherwise, and nulls are the smallest values.
/// </summary>
internal sealed class Ordering(TextScanner text, ExpressionParser expressions)
{
    public RowSet Apply(RowSet rows)
    {
        List<IComparer<Row>> keys = [];
        do
        {
            keys.Add(ReadKey());
        }
        while (text.TryPunctuation(','));

        return rows with { Rows = rows.Rows.Order(Comparer<Row>.Create((left, right) => Compare(keys, left, right))) };
    }

    private IComparer<Row> ReadKey()
    {
        (KustoType type, Func<Row, object?> value, _) = expressions.Read();
        Comparison.CheckKey("'order by'", type);
        bool ascending = text.TryWord("asc");
        _ = !ascending && text.TryWord("desc");
        bool nullsFirst = text.TryWord("nulls") ? ReadNullsFirst() : ascending;
        return Comparer<Row>.Create((left, right) => CompareKeys(value(left), value(right), ascending, nullsFirst));
    }

    private bool ReadNullsFirst()
    {
        bool first = text.TryWord("first");
        if (!first)
        {
            text.ExpectWord("last");
        }

        return first;
    }

    private static int Compare(List<IComparer<Row>> keys, Row left, Row right)
    {
        foreach (IComparer<Row> key in keys)
        {
            int order = key.Compare(left, right);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int CompareKeys(object? left, object? right, bool ascending, bool nullsFirst)
    {
        if (left is null || right is null)
        {
            int nullOrder = (left is null ? 0 : 1) - (right is null ? 0 : 1);
            return nullsFirst ? nullOrder : -nullOrder;
        }

        int order = Comparison.Order(left, right);
        return ascending ? order : -order;
    }
}
