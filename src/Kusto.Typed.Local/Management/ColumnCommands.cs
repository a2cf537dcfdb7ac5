using Kusto.Typed.Local.Management.Policies;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands about one column, <c>['T'].['C']</c>, and the one that drops several of a table.</summary>
internal static class ColumnCommands
{
    /// <summary>Reads <c>['T'].['C'] type=long</c> or <c>['T'].['C'] policy encoding ...</c>.</summary>
    public static ResultTable Alter(CommandContext context)
    {
        (string table, string column) = ReadColumn(context);
        if (context.Text.TryWord("policy"))
        {
            return EncodingCommands.Alter(context, table, column);
        }

        context.Text.ExpectWord("type");
        context.Text.Expect('=');
        KustoType type = ColumnList.ReadType(context.Text);
        return Change(context, table, current => TableChanges.ChangeType(current, column, type));
    }

    public static ResultTable Rename(CommandContext context)
    {
        (string table, string column) = ReadColumn(context);
        context.Text.ExpectWord("to");
        string name = context.Text.ReadName("the new name of the column");
        return Change(context, table, current => TableChanges.RenameColumn(current, column, name));
    }

    /// <summary>Reads <c>A=T.B, B=T.A</c>: columns of one table that get their names at once.</summary>
    public static ResultTable RenameMany(CommandContext context)
    {
        List<(string From, string To)> renames = [];
        string? table = null;
        do
        {
            string name = context.Text.ReadName("the new name of a column");
            context.Text.Expect('=');
            (string owner, string column) = ReadColumn(context);
            if (table is not null && table != owner)
            {
                throw Refusal.Semantic(
                    $"columns of one table are renamed together, and these are of '{table}' and of '{owner}'.");
            }

            table = owner;
            renames.Add((column, name));
        }
        while (context.Text.TryPunctuation(','));
        return Change(context, table, current => TableChanges.RenameColumns(current, renames));
    }

    public static ResultTable Drop(CommandContext context)
    {
        (string table, string column) = ReadColumn(context);
        bool ifExists = context.Text.TryWord("ifexists");
        return Change(context, table, current => TableChanges.DropColumns(current, [column], ifExists));
    }

    /// <summary>Reads the columns behind <c>.drop table T columns</c>.</summary>
    public static ResultTable DropMany(CommandContext context, string table)
    {
        IReadOnlyList<string> columns = NameList.Read(context, "the name of a column");
        return Change(context, table, current => TableChanges.DropColumns(current, columns, ifExists: false));
    }

    public static ResultTable Delete(CommandContext context)
    {
        (string table, string column) = ReadColumn(context);
        context.Text.ExpectWord("policy");
        return EncodingCommands.Delete(context, table, column);
    }

    public static ResultTable Show(CommandContext context)
    {
        (string table, string column) = ReadColumn(context);
        context.Text.ExpectWord("policy");
        return EncodingCommands.Show(context, context.Database.Require(table), column);
    }

    private static (string Table, string Column) ReadColumn(CommandContext context)
    {
        string table = context.ReadTableName();
        context.Text.Expect('.');
        return (table, context.Text.ReadName("the name of a column"));
    }

    private static ResultTable Change(CommandContext context, string table, Func<Table, Table> change)
    {
        context.Text.ExpectEnd();
        return TableResults.WithSchema(context, context.Database.Change(table, change));
    }
}
