using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Query;

/// <summary>The operator <c>summarize [N =] count() [by A, B]</c>.</summary>
internal sealed class Summary(TextScanner text, ExpressionParser expressions)
{
    public RowSet Apply(RowSet rows)
    {
        string name = text.TryAssignment(out string assigned) ? assigned : "count_";
        if (!text.TryWord("count"))
        {
            throw Refusal.NotSupported("The local endpoint supports one aggregation in summarize: count().");
        }

        text.Expect('(');
        text.Expect(')');
        ResultColumn counts = new(name, KustoType.Long);
        if (!text.TryWord("by"))
        {
            return new RowSet([counts], CountAll(rows), 1);
        }

        Projection keys = new(text, expressions);
        keys.Read(place => $"Column{place + 1}");
        foreach (ResultColumn key in keys.Columns)
        {
            Comparison.CheckKey("'summarize ... by'", key.Type);
        }

        return new RowSet([.. keys.Columns, counts], CountGroups(rows, keys));
    }

    private static IEnumerable<Row> CountAll(RowSet rows)
    {
        yield return new ValueRow([rows.Count ?? rows.Rows.LongCount()]);
    }

    private static IEnumerable<Row> CountGroups(RowSet rows, Projection keys)
    {
        Dictionary<Group, long> counts = [];
        foreach (Row row in rows.Rows)
        {
            Group group = new(keys.Values(row));
            counts[group] = counts.GetValueOrDefault(group) + 1;
        }

        return counts.Select(static group => (Row)new ValueRow([.. group.Key.Values, group.Value]));
    }

    private readonly record struct Group(object?[] Values)
    {
        public bool Equals(Group other) => Values.AsSpan().SequenceEqual(other.Values);

        public override int GetHashCode()
        {
            HashCode hash = default;
            foreach (object? value in Values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
