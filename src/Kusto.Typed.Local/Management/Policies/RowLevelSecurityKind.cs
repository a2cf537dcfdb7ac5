using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Commands;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>By which query rows are seen: <c>enable "query"</c>. The endpoint keeps it and runs none.</summary>
internal sealed class RowLevelSecurityKind() : PolicyKind(SecurityWord, "RowLevelSecurityPolicy", merges: false)
{
    /// <summary>What commands call the policy.</summary>
    public const string SecurityWord = "row_level_security";

    public override bool IsSecurity => true;

    public override string Argument(string policy)
    {
        JsonElement kept = JsonElement.Parse(policy);
        string query = KustoText.Literal(kept.GetProperty("Query").GetString()!); // kept as a text
        return (kept.GetProperty("IsEnabled").GetBoolean() ? "enable " : "disable ") + query;
    }

    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        bool isEnabled = context.Text.TryWord("enable");
        if (!isEnabled && !context.Text.TryWord("disable"))
        {
            throw context.Text.Unexpected("enable or disable");
        }

        CommandProperties.Read(context.Text, "allowMaterializedViewsWithoutRowLevelSecurity");
        string kept = JsonPolicyKind.Text(new JsonObject { ["IsEnabled"] = isEnabled, ["Query"] = context.Text.ReadLiteral() });
        return table => isEnabled && FlagKind.IsEnabled(table, RestrictedViewAccessKind.RestrictedWord)
            ? throw Invalid($"the table '{table.Name}' has restricted_view_access, and has one of the two")
            : kept;
    }
}
