using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Query;

/// <summary>Expressions with the names of the columns that they make: <c>A, B = C</c>.</summary>
internal sealed class Projection(TextScanner text, ExpressionParser expressions)
{
    private readonly List<ResultColumn> _columns = [];
    private readonly List<Expression> _values = [];

    public IReadOnlyList<ResultColumn> Columns => _columns;

    public RowSet Apply(RowSet rows)
    {
        Read(place => $"Column{place + 1}");
        return rows with { Columns = _columns, Rows = rows.Rows.Select(row => (Row)new ValueRow(Values(row))) };
    }

    /// <summary>Reads the list up to its end.</summary>
    /// <param name="unnamed">The name of a column that is neither named nor a column already.</param>
    public void Read(Func<int, string> unnamed)
    {
        do
        {
            string? name = text.TryAssignment(out string assigned) ? assigned : null;
            Expression value = expressions.Read();
            name ??= value.Name ?? unnamed(_values.Count);
            if (_columns.Exists(column => column.Name == name))
            {
                throw Refusal.Semantic($"two columns of the result are named '{name}'.");
            }

            _columns.Add(new ResultColumn(name, value.Type));
            _values.Add(value);
        }
        while (text.TryPunctuation(','));
    }

    public object?[] Values(Row row)
    {
        object?[] values = new object?[_values.Count];
        for (int place = 0; place < values.Length; place++)
        {
            values[place] = _values[place].Value(row);
        }

        return values;
    }
}
