using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Management.Policies;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Management;

/// <summary>Finds out which command a text is, and runs it.</summary>
internal sealed class CommandRunner(ClusterStore cluster, StreamingIngestion ingestion)
{
    private const string Supported =
        "The local endpoint runs .create, .create-merge, .create-or-alter, .alter, .alter-merge, .rename, .drop, .clear, "
        + ".delete and .show of tables, columns, mappings and policies, .ingest inline and "
        + ".execute database script.";

    /// <exception cref="RequestRefusedException">The command is not known here, or cannot be done.</exception>
    public ResultTable Run(string command, string? database, string clientRequestId)
    {
        TextScanner text = new(command, StringComparison.OrdinalIgnoreCase);
        CommandContext context = new(text, cluster, cluster.Require(database), clientRequestId);
        int start = text.Position;
        if (!text.TryPunctuation('.'))
        {
            throw Refusal.Syntax("a management command begins with '.'; queries go to /v2/rest/query.");
        }

        int behindDot = text.Position;
        foreach (Func<CommandContext, ResultTable?> verb in
            (ReadOnlySpan<Func<CommandContext, ResultTable?>>)[Create, AlterDatabase, Alter, Rename, Remove, Column, Other])
        {
            // A verb that has read its words and answers nothing has met what is not known here: no other may go on.
            if (verb(context) is { } result)
            {
                return result;
            }

            if (text.Position != behindDot)
            {
                break;
            }
        }

        throw Refusal.NotSupported($"The command '{FirstWords(command[start..])}' is not supported here. {Supported}");
    }

    private static ResultTable? Create(CommandContext context)
    {
        bool merge = context.Text.TryWord("create-merge");
        bool orAlter = !merge && context.Text.TryWord("create-or-alter");
        if (!merge && !orAlter && !context.Text.TryWord("create"))
        {
            return null;
        }

        if (!merge && context.Text.TryWord("database"))
        {
            MappingOwner owner = context.ReadDatabaseOwner();
            return !MappingCommands.IsNext(context) ? null
                : orAlter ? MappingCommands.CreateOrAlter(context, owner)
                : MappingCommands.Create(context, owner);
        }

        if (!orAlter && context.Text.TryWord("tables"))
        {
            return TableCommands.CreateMany(context, merge);
        }

        return context.Text.TryWord("table") ? CreateTable(context, merge, orAlter) : null;
    }

    private static ResultTable CreateTable(CommandContext context, bool merge, bool orAlter)
    {
        string table = context.ReadTableName();
        MappingOwner owner = new(context.Database, table);
        return orAlter ? MappingCommands.CreateOrAlter(context, owner)
            : merge ? TableCommands.Create(context, table, merge)
            : MappingCommands.IsNext(context) ? MappingCommands.Create(context, owner)
            : context.Text.TryWord("based-on") ? TableCommands.CreateBasedOn(context, table)
            : TableCommands.Create(context, table, merge);
    }

    private static ResultTable? AlterDatabase(CommandContext context)
    {
        bool merge = context.Text.TryWords("alter-merge", "database");
        if (!merge && !context.Text.TryWords("alter", "database"))
        {
            return null;
        }

        MappingOwner owner = context.ReadDatabaseOwner();
        return context.Text.TryWord("policy") ? PolicyCommands.AlterDatabase(context with { Database = owner.Database }, merge)
            : !MappingCommands.IsNext(context) ? null
            : merge ? throw MappingCommands.MergeNotSupported()
            : MappingCommands.Alter(context, owner);
    }

    private static ResultTable? Alter(CommandContext context)
    {
        bool merge = context.Text.TryWords("alter-merge", "table");
        if (!merge && !context.Text.TryWords("alter", "table"))
        {
            return null;
        }

        string name = context.ReadTableName();
        return context.Text.TryWord("column-docstrings") ? TableCommands.AlterColumnDocStrings(context, name, merge)
            : context.Text.TryWord("policy") ? PolicyCommands.Alter(context, name, merge)
            : MappingCommands.IsNext(context) && merge ? throw MappingCommands.MergeNotSupported()
            : merge ? TableCommands.AlterColumns(context, name, merge: true)
            : context.Text.TryWord("docstring") ? TableCommands.AlterDocString(context, name)
            : context.Text.TryWord("folder") ? TableCommands.AlterFolder(context, name)
            : MappingCommands.IsNext(context) ? MappingCommands.Alter(context, new MappingOwner(context.Database, name))
            : TableCommands.AlterColumns(context, name, merge: false);
    }

    private static ResultTable? Rename(CommandContext context) =>
        context.Text.TryWords("rename", "tables") ? RenameCommands.Run(context, many: true)
        : context.Text.TryWords("rename", "table") ? RenameCommands.Run(context, many: false)
        : context.Text.TryWords("rename", "columns") ? ColumnCommands.RenameMany(context)
        : null;

    private static ResultTable? Remove(CommandContext context)
    {
        if (context.Text.TryWords("drop", "tables"))
        {
            return TableCommands.Drop(context, NameList.Read(context));
        }

        if (context.Text.TryWords("drop", "table"))
        {
            string name = context.ReadTableName();
            return MappingCommands.IsNext(context)
                ? MappingCommands.Drop(context, new MappingOwner(context.Database, name))
                : context.Text.TryWord("columns") ? ColumnCommands.DropMany(context, name)
                : TableCommands.Drop(context, [name]);
        }

        if (context.Text.TryWords("drop", "database"))
        {
            MappingOwner owner = context.ReadDatabaseOwner();
            return MappingCommands.IsNext(context) ? MappingCommands.Drop(context, owner) : null;
        }

        return DeletePolicy(context) ?? (context.Text.TryWord("clear") ? ClearCommands.Run(context) : null);
    }

    private static ResultTable? DeletePolicy(CommandContext context)
    {
        if (context.Text.TryWords("delete", "database"))
        {
            DatabaseStore database = context.ReadDatabaseOwner().Database;
            context.Text.ExpectWord("policy");
            return PolicyCommands.DeleteDatabase(context with { Database = database });
        }

        if (!context.Text.TryWords("delete", "table"))
        {
            return null;
        }

        string name = context.ReadTableName();
        context.Text.ExpectWord("policy");
        return PolicyCommands.Delete(context, name);
    }

    private static ResultTable? Column(CommandContext context) =>
        context.Text.TryWords("alter", "column") ? ColumnCommands.Alter(context)
        : context.Text.TryWords("rename", "column") ? ColumnCommands.Rename(context)
        : context.Text.TryWords("drop", "column") ? ColumnCommands.Drop(context)
        : context.Text.TryWords("delete", "column") ? ColumnCommands.Delete(context)
        : null;

    private ResultTable? Other(CommandContext context) =>
        context.Text.TryWord("show") ? Show(context)
        : context.Text.TryWords("execute", "database", "script") ? new ScriptCommand(this).Run(context)
        : context.Text.TryWords("ingest", "inline", "into", "table") ? InlineIngestion.Run(context, ingestion)
        : null;

    private static ResultTable Show(CommandContext context)
    {
        context.Text.EndsAtPipe = true;
        return PipedResult.Of(context, ShowCommands.Run(context));
    }

    private static string FirstWords(string text)
    {
        const int Shown = 60;
        text = text.TrimEnd();
        return text.Length > Shown ? text[..Shown] + "..." : text;
    }
}
