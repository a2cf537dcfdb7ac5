using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands that create, alter, clear and drop tables.</summary>
internal static class TableCommands
{
    public static ResultTable Create(CommandContext context, string name, bool merge)
    {
        ImmutableArray<Column> columns = ColumnList.Read(context.Text);
        CommandProperties properties = CommandProperties.Read(context.Text, "docstring", "folder");
        context.Text.ExpectEnd();
        context.Database.Change(tables => Created(tables, name, columns, properties, merge));
        return TableResults.WithSchema(context, context.Database.Require(name));
    }

    /// <summary>Creates several tables, or none where one cannot be.</summary>
    public static ResultTable CreateMany(CommandContext context, bool merge)
    {
        List<(string Name, ImmutableArray<Column> Columns)> wanted = [];
        do
        {
            wanted.Add((context.ReadTableName(), ColumnList.Read(context.Text)));
        }
        while (context.Text.TryPunctuation(','));

        CommandProperties properties = CommandProperties.Read(context.Text, "docstring", "folder");
        context.Text.ExpectEnd();
        context.Database.Change(tables => wanted.Aggregate(
            tables, (current, table) => Created(current, table.Name, table.Columns, properties, merge)));
        return TableResults.Listed(context, wanted.Select(table => context.Database.Require(table.Name)));
    }

    /// <summary>Creates a table with the columns and the policies of another, but for its update policy.</summary>
    public static ResultTable CreateBasedOn(CommandContext context, string name)
    {
        string source = context.ReadTableName();
        bool ifNotExists = context.Text.TryWord("ifnotexists");
        CommandProperties properties = CommandProperties.Read(context.Text, "docstring", "folder");
        context.Text.ExpectEnd();
        context.Database.Change(tables => ifNotExists && tables.ContainsKey(name)
            ? tables
            : tables.ContainsKey(name)
                ? throw Refusal.AlreadyExists($"The database has a table '{name}' already. Use ifnotexists, or another name.")
                : tables.Add(name, TableChanges.Copy(context.Database.Require(source), name) with
                {
                    DocString = properties["docstring"] ?? $"Created based on {source}",
                    Folder = properties["folder"] ?? context.Database.Require(source).Folder,
                }));
        return TableResults.WithSchema(context, context.Database.Require(name));
    }

    public static ResultTable AlterColumns(CommandContext context, string name, bool merge)
    {
        ImmutableArray<Column> columns = ColumnList.Read(context.Text);
        CommandProperties properties = CommandProperties.Read(context.Text, "docstring", "folder");
        context.Text.ExpectEnd();
        Table changed = context.Database.Change(name, table => merge
            ? TableChanges.Merge(table, columns)
            : TableChanges.Replace(table, columns) with
            {
                DocString = properties["docstring"],
                Folder = properties["folder"],
            });
        return TableResults.WithSchema(context, changed);
    }

    public static ResultTable AlterDocString(CommandContext context, string name)
    {
        string docString = ReadLastLiteral(context);
        return Changed(context, name, table => table with { DocString = docString });
    }

    public static ResultTable AlterFolder(CommandContext context, string name)
    {
        string folder = ReadLastLiteral(context);
        return Changed(context, name, table => table with { Folder = folder });
    }

    public static ResultTable AlterColumnDocStrings(CommandContext context, string name, bool merge)
    {
        Dictionary<string, string> docStrings = new(StringComparer.Ordinal);
        context.Text.Expect('(');
        do
        {
            string column = context.Text.ReadName("the name of a column");
            context.Text.Expect(':');
            docStrings[column] = context.Text.ReadLiteral();
        }
        while (context.Text.TryPunctuation(','));
        context.Text.Expect(')');
        context.Text.ExpectEnd();
        return Changed(context, name, table => TableChanges.WithDocStrings(table, docStrings, clearOthers: !merge));
    }

    public static ResultTable Drop(CommandContext context, IReadOnlyList<string> names)
    {
        bool ifExists = context.Text.TryWord("ifexists");
        context.Text.ExpectEnd();
        context.Database.Change(tables =>
        {
            string? missing = names.FirstOrDefault(name => !tables.ContainsKey(name));
            return missing is null || ifExists
                ? tables.RemoveRange(names)
                : throw Refusal.TableNotFound(context.Database.Name, missing, tables.Keys);
        });
        return TableResults.Remaining(context);
    }

    public static ResultTable ClearData(CommandContext context, string name)
    {
        context.Text.ExpectEnd();
        context.Database.Change(name, static table => table.WithoutRows());
        return new ResultTable(ResultColumn.Strings("Status"), [["Succeeded"]]);
    }

    private static ImmutableSortedDictionary<string, Table> Created(
        ImmutableSortedDictionary<string, Table> tables,
        string name,
        ImmutableArray<Column> columns,
        CommandProperties properties,
        bool merge)
    {
        // An existing table keeps its docstring and its folder: the service documents nothing else.
        if (tables.TryGetValue(name, out Table? existing))
        {
            return merge ? tables.SetItem(name, TableChanges.Merge(existing, columns)) : tables;
        }

        return tables.Add(name, new Table
        {
            Name = ColumnList.CheckedName(name, "table"),
            Columns = columns,
            DocString = properties["docstring"],
            Folder = properties["folder"],
        });
    }

    private static ResultTable Changed(CommandContext context, string name, Func<Table, Table> change) =>
        TableResults.WithSchema(context, context.Database.Change(name, change));

    private static string ReadLastLiteral(CommandContext context)
    {
        string value = context.Text.ReadLiteral();
        context.Text.ExpectEnd();
        return value;
    }
}
