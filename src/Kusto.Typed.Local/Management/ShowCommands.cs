using Kusto.Typed.Local.Management.Policies;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands that begin with <c>.show</c>.</summary>
internal static class ShowCommands
{
    public static ResultTable Run(CommandContext context)
    {
        if (context.Text.TryWord("version"))
        {
            return ClusterResults.Version(context);
        }

        if (context.Text.TryWord("cluster"))
        {
            return ClusterResults.Cluster(context);
        }

        if (context.Text.TryWord("databases"))
        {
            context.Text.ExpectEnd();
            return ClusterResults.Databases(context);
        }

        if (context.Text.TryWord("database"))
        {
            return ShowDatabase(context);
        }

        if (context.Text.TryWord("tables"))
        {
            return ShowTables(context);
        }

        if (context.Text.TryWords("ingestion", "failures"))
        {
            return FailureResults.Of(context);
        }

        if (context.Text.TryWord("operations"))
        {
            return OperationResults.Of(context);
        }

        if (context.Text.TryWord("column"))
        {
            return ColumnCommands.Show(context);
        }

        context.Text.ExpectWord("table");
        return ShowTable(context);
    }

    private static ResultTable ShowDatabase(CommandContext context)
    {
        // The name may be left out, and "schema" is then the word that follows.
        if (!context.Text.TryWord("schema"))
        {
            string name = context.Text.ReadName("the name of a database or 'schema'");
            context = context with { Database = context.Cluster.Require(name) };
            context.Text.ExpectWord("schema");
        }

        bool asJson = context.Text.TryWords("as", "json");
        context.Text.ExpectEnd();
        return asJson
            ? new ResultTable(ResultColumn.Strings("DatabaseSchema"), [[SchemaJson.Of(context.Database)]])
            : SchemaResults.Of(context.Database);
    }

    private static ResultTable ShowTables(CommandContext context)
    {
        IEnumerable<Table> tables = context.Database.Tables.Values;
        if (context.Text.TryPunctuation('('))
        {
            tables = NameList.ReadRest(context).Select(context.Database.Require);
        }

        bool details = context.Text.TryWord("details");
        context.Text.ExpectEnd();
        return details ? TableDetails.Of(context, tables) : TableResults.Listed(context, tables);
    }

    private static ResultTable ShowTable(CommandContext context)
    {
        if (context.Text.TryPunctuation('*'))
        {
            context.Text.ExpectWord("policy");
            return PolicyCommands.Show(context, context.Database.Tables.Values);
        }

        string name = context.ReadTableName();
        if (context.Text.TryWord("ingestion"))
        {
            return MappingCommands.Show(context, name);
        }

        Table table = context.Database.Require(name);
        if (context.Text.TryWord("policy"))
        {
            return PolicyCommands.Show(context, [table]);
        }

        return ShowOne(context, table);
    }

    private static ResultTable ShowOne(CommandContext context, Table table)
    {
        ResultTable? result = context.Text.TryWord("cslschema") || context.Text.TryWord("kqlschema")
                ? TableResults.WithCslSchema(context, table)
            : context.Text.TryWords("schema", "as", "json") ? TableResults.WithSchema(context, table)
            : context.Text.TryWord("extents") ? ExtentResults.Of(context, table)
            : context.Text.TryWord("details") ? TableDetails.Of(context, [table])
            : throw Refusal.NotSupported(
                "The local endpoint answers .show table T followed by cslschema, schema as json, details, extents, policy "
                + "and its kind, or ingestion csv mappings.");
        context.Text.ExpectEnd();
        return result;
    }
}
