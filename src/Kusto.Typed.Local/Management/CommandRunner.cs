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
        + ".delete and .show of tables, columns, CSV mappings and policies, .ingest inline and "
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

        return Create(context) ?? Alter(context) ?? Remove(context) ?? Column(context) ?? Other(context)
            ?? throw Refusal.NotSupported(
                $"The command '{FirstWords(command[start..])}' is not supported here. {Supported}");
    }

    private static ResultTable? Create(CommandContext context)
    {
        if (context.Text.TryWords("create-or-alter", "table"))
        {
            string name = context.ReadTableName();
            ExpectMapping(context);
            return MappingCommands.CreateOrAlter(context, name);
        }

        bool merge = context.Text.TryWord("create-merge");
        if (!merge && !context.Text.TryWord("create"))
        {
            return null;
        }

        if (context.Text.TryWord("tables"))
        {
            return TableCommands.CreateMany(context, merge);
        }

        if (!context.Text.TryWord("table"))
        {
            return null;
        }

        string table = context.ReadTableName();
        return !merge && MappingCommands.TryKind(context)
            ? MappingCommands.Create(context, table)
            : TableCommands.Create(context, table, merge);
    }

    private static ResultTable? Alter(CommandContext context)
    {
        if (context.Text.TryWords("alter", "database"))
        {
            return PolicyCommands.AlterDatabase(context);
        }

        bool merge = context.Text.TryWords("alter-merge", "table");
        if (!merge && !context.Text.TryWords("alter", "table"))
        {
            return context.Text.TryWords("rename", "tables") ? TableCommands.Rename(context, many: true)
                : context.Text.TryWords("rename", "table") ? TableCommands.Rename(context, many: false)
                : null;
        }

        string name = context.ReadTableName();
        return context.Text.TryWord("column-docstrings") ? TableCommands.AlterColumnDocStrings(context, name, merge)
            : context.Text.TryWord("policy") ? PolicyCommands.Alter(context, name, merge)
            : merge ? TableCommands.AlterColumns(context, name, merge: true)
            : context.Text.TryWord("docstring") ? TableCommands.AlterDocString(context, name)
            : context.Text.TryWord("folder") ? TableCommands.AlterFolder(context, name)
            : MappingCommands.TryKind(context) ? MappingCommands.Alter(context, name)
            : TableCommands.AlterColumns(context, name, merge: false);
    }

    private static ResultTable? Remove(CommandContext context)
    {
        if (context.Text.TryWords("drop", "tables"))
        {
            return TableCommands.Drop(context, NameList.Read(context));
        }

        if (context.Text.TryWords("drop", "table"))
        {
            string name = context.ReadTableName();
            return MappingCommands.TryKind(context)
                ? MappingCommands.Drop(context, name)
                : context.Text.TryWord("columns") ? ColumnCommands.DropMany(context, name)
                : TableCommands.Drop(context, [name]);
        }

        if (context.Text.TryWords("delete", "table"))
        {
            string name = context.ReadTableName();
            context.Text.ExpectWord("policy");
            return PolicyCommands.Delete(context, name);
        }

        return context.Text.TryWord("clear") ? Clear(context) : null;
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

    private static ResultTable Clear(CommandContext context)
    {
        if (context.Text.TryWord("table"))
        {
            string name = context.ReadTableName();
            context.Database.Require(name);
            if (context.Text.TryWord("data"))
            {
                return TableCommands.ClearData(context, name);
            }
        }
        else
        {
            context.Text.ExpectWord("database");
            if (!context.Text.TryWord("cache"))
            {
                context.Cluster.Require(context.Text.ReadName("the name of a database or 'cache'"));
                context.Text.ExpectWord("cache");
            }

            return ClearedCache(context);
        }

        context.Text.ExpectWord("cache");
        return ClearedCache(context);
    }

    // Nothing is cached here, so a change shows at once: the command is always done.
    private static ResultTable ClearedCache(CommandContext context)
    {
        context.Text.ExpectWord("streamingingestion");
        context.Text.ExpectWord("schema");
        context.Text.ExpectEnd();
        return new ResultTable(ResultColumn.Strings("NodeId", "Status"), [["Local", "Succeeded"]]);
    }

    private static void ExpectMapping(CommandContext context)
    {
        if (!MappingCommands.TryKind(context))
        {
            throw context.Text.Unexpected("'ingestion csv mapping'");
        }
    }

    private static string FirstWords(string text)
    {
        const int Shown = 60;
        text = text.TrimEnd();
        return text.Length > Shown ? text[..Shown] + "..." : text;
    }
}
