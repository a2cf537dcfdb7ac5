using Kusto.Typed.Commands;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>By which columns the rows of an extent are ordered: <c>(['A'] asc, ['B'] desc)</c>.</summary>
/// <remarks>It reads back in that form: the service documents no other for it.</remarks>
internal sealed class RowOrderKind() : PolicyKind("roworder", "RowOrderPolicy", merges: false)
{
    public override string Argument(string policy) => policy;

    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        List<(string Column, string Direction)> keys = [];
        context.Text.Expect('(');
        do
        {
            string column = context.Text.ReadName("the name of a column");
            keys.Add((column, context.Text.TryWord("asc") ? "asc"
                : context.Text.TryWord("desc") ? "desc"
                : throw context.Text.Unexpected("asc or desc")));
        }
        while (context.Text.TryPunctuation(','));
        context.Text.Expect(')');
        return table => Kept(table, keys);
    }

    private string Kept(Table table, List<(string Column, string Direction)> keys)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string name, _) in keys)
        {
            Column column = RequireColumn(table, name);
            if (column.Type == KustoType.Dynamic)
            {
                throw Invalid($"the column '{name}' is dynamic, which has no order");
            }

            if (!seen.Add(name))
            {
                throw Invalid($"it names the column '{name}' twice");
            }
        }

        return $"({string.Join(", ", keys.Select(static key => $"{KustoText.Name(key.Column)} {key.Direction}"))})";
    }
}
