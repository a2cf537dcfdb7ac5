namespace Kusto.Typed.Local.Management;

/// <summary>The commands that begin with <c>.clear</c>.</summary>
internal static class ClearCommands
{
    public static ResultTable Run(CommandContext context)
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
}
