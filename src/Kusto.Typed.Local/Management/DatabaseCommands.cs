using System.Globalization;
using Kusto.Typed.Local.Management.Policies;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands that begin with <c>.show database</c>.</summary>
internal static class DatabaseCommands
{
    public static ResultTable Show(CommandContext context)
    {
        // The name may be left out, and "schema" is then the word that follows.
        if (context.Text.TryWord("schema"))
        {
            return ShowSchema(context);
        }

        MappingOwner owner = new(context.Cluster.Require(context.Text.ReadName("the name of a database or 'schema'")), table: null);
        context = context with { Database = owner.Database };
        if (MappingCommands.IsNext(context))
        {
            return MappingCommands.Show(context, owner);
        }

        if (context.Text.TryWord("policy"))
        {
            return PolicyCommands.ShowDatabase(context);
        }

        context.Text.ExpectWord("schema");
        return ShowSchema(context);
    }

    private static ResultTable ShowSchema(CommandContext context)
    {
        if (context.Text.TryWord("violations"))
        {
            context.Text.ExpectEnd();
            return SchemaViolations.Of(context);
        }

        if (context.Text.TryWords("as", "csl", "script") || context.Text.TryWords("as", "kql", "script"))
        {
            return SchemaScript.Of(context);
        }

        // The documentation has the version behind the form, and the grammar before it: both are taken.
        bool isUnchanged = IsUnchanged(context);
        bool asJson = context.Text.TryWords("as", "json");
        isUnchanged |= asJson && IsUnchanged(context);
        context.Text.ExpectEnd();
        ResultTable schema = asJson
            ? new ResultTable(ResultColumn.Strings("DatabaseSchema"), [[SchemaJson.Of(context.Database)]])
            : SchemaResults.Of(context.Database);
        return isUnchanged ? schema with { Rows = [] } : schema;
    }

    private static bool IsUnchanged(CommandContext context)
    {
        if (!context.Text.TryWord("if_later_than"))
        {
            return false;
        }

        string known = context.Text.ReadLiteral();
        string[] parts = known.TrimStart('v', 'V').Split('.');
        return parts is [string major, string minor] && IsNumber(major, out int first) && IsNumber(minor, out int second)
            ? first > 1 || (first == 1 && second >= context.Database.SchemaVersion)
            : throw Refusal.Invalid($"'{known}' is no version of a schema; such as \"v1.4\" is expected.");
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
