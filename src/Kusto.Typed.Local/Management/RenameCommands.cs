using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands that rename tables: <c>A to B</c>, or <c>A=B, B=A</c>.</summary>
internal static class RenameCommands
{
    public static ResultTable Run(CommandContext context, bool many)
    {
        List<(string From, string To)> renames = [];
        do
        {
            string first = context.ReadTableName();
            renames.Add(many ? (ReadAfterEquals(context), first) : (first, ReadAfterTo(context)));
        }
        while (many && context.Text.TryPunctuation(','));

        bool ifExists = many && context.Text.TryWord("ifexists");
        context.Text.ExpectEnd();
        context.Database.Change(tables =>
        {
            renames.RemoveAll(rename => ifExists && !tables.ContainsKey(rename.From));
            return Renamed(context.Database.Name, tables, renames);
        });
        return TableResults.Listed(context, renames.Select(rename => context.Database.Require(rename.To)));
    }

    // All renames happen at once, so that two tables can swap their names.
    private static ImmutableSortedDictionary<string, Table> Renamed(
        string database, ImmutableSortedDictionary<string, Table> tables, List<(string From, string To)> renames)
    {
        ImmutableSortedDictionary<string, Table> others = tables.RemoveRange(renames.Select(static rename => rename.From));
        foreach ((string from, string to) in renames)
        {
            Table table = tables.GetValueOrDefault(from) ?? throw Refusal.TableNotFound(database, from, tables.Keys);
            others = others.ContainsKey(to)
                ? throw Refusal.AlreadyExists($"The database has a table '{to}' already; '{from}' keeps its name.")
                : others.Add(to, table with { Name = ColumnList.CheckedName(to, "table") });
        }

        return others;
    }

    private static string ReadAfterEquals(CommandContext context)
    {
        context.Text.Expect('=');
        return context.ReadTableName();
    }

    private static string ReadAfterTo(CommandContext context)
    {
        context.Text.ExpectWord("to");
        return context.ReadTableName();
    }
}
