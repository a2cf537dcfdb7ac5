namespace Kusto.Typed.Local.Query;

/// <summary>The names that an expression may use: the columns, and the parameters of the query.</summary>
/// <param name="Rows">What has the columns.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Now">What <c>now()</c> is; null where only literals may stand.</param>
internal sealed record Scope(RowSet Rows, IReadOnlyDictionary<string, Expression> Parameters, DateTime? Now = null)
{
    /// <exception cref="RequestRefusedException">Nothing has this name.</exception>
    public Expression Resolve(string name)
    {
        int place = Rows.Find(name);
        if (place >= 0)
        {
            return new Expression(Rows.Columns[place].Type, row => row[place], name);
        }

        return Parameters.GetValueOrDefault(name) ?? throw Refusal.Semantic(
            $"'{name}' is no column here and no parameter. The columns are: "
            + $"{string.Join(", ", Rows.Columns.Select(static column => column.Name))}. Names are case-sensitive.");
    }
}
