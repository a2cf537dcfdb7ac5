using System.Text.Json;
using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>Compares a declared policy with the one that is set on the table itself.</summary>
internal static class PolicyComparer
{
    private static readonly TimeSpan s_forEver = TimeSpan.FromDays(365_000);

    public static IEnumerable<SchemaDifference> Compare(TableSchema table, TablePolicy policy, StoredTable found)
    {
        if (found.Policies is not { } policies)
        {
            yield break;
        }

        using JsonDocument declared = JsonDocument.Parse(policy.Json);
        using JsonDocument? stored = Parse(policy, policies.GetValueOrDefault(policy.CommandName));
        if (stored is not null && PolicyValues.Match(declared.RootElement, stored.RootElement))
        {
            yield break;
        }

        SchemaChangeClass itsClass = ClassOf(policy.Kind, declared.RootElement, stored?.RootElement, found.RowCount == 0);
        yield return new SchemaDifference(SchemaDifferenceKind.Policy, itsClass, table.Name, policy.CommandName)
        {
            Expected = policy.Json,
            Found = stored?.RootElement.GetRawText(),
            Advice = Advice(policy.Kind, itsClass),
            Commands = [TableCommands.AlterPolicy(table.Name, policy)],
        };
    }

    private static SchemaChangeClass ClassOf(PolicyKind kind, JsonElement declared, JsonElement? stored, bool isEmpty) =>
        kind switch
        {
            PolicyKind.Retention when Shortens(declared, stored) => Loss(isEmpty),
            PolicyKind.AutoDelete when Hastens(declared, stored) => Loss(isEmpty),
            PolicyKind.AutoDelete or PolicyKind.RowOrder or PolicyKind.Partitioning or PolicyKind.Update =>
                SchemaChangeClass.NeedsCare,
            _ => SchemaChangeClass.Safe,
        };

    private static SchemaChangeClass Loss(bool isEmpty) => isEmpty ? SchemaChangeClass.Safe : SchemaChangeClass.LosesData;

    // Without a policy of its own the table has its database's, which nobody knows here: it may be for ever.
    private static bool Shortens(JsonElement declared, JsonElement? stored)
    {
        TimeSpan? wanted = Span(declared);
        TimeSpan kept = stored is { } policy ? Span(policy) ?? s_forEver : s_forEver;
        return wanted < kept || (IsDisabled(declared) && !(stored is { } its && IsDisabled(its)));

        static TimeSpan? Span(JsonElement json) =>
            JsonMembers.Text(json, "SoftDeletePeriod") is { } text && PolicyValues.TrySpan(text, out TimeSpan span) ? span : null;

        static bool IsDisabled(JsonElement json) =>
            JsonMembers.Find(json, "Recoverability")?.ToString() is "Disabled" or "0";
    }

    private static bool Hastens(JsonElement declared, JsonElement? stored) =>
        stored is not { } policy
        || !PolicyValues.TryTime(JsonMembers.Text(policy, "ExpiryDate"), out DateTime found)
        || (PolicyValues.TryTime(JsonMembers.Text(declared, "ExpiryDate"), out DateTime wanted) && wanted < found)
        || (Deletes(declared) && !Deletes(policy));

    private static bool Deletes(JsonElement policy) =>
        JsonMembers.Find(policy, "DeleteIfNotEmpty") is { ValueKind: JsonValueKind.True };

    private static string? Advice(PolicyKind kind, SchemaChangeClass itsClass) => (kind, itsClass) switch
    {
        (PolicyKind.Retention, SchemaChangeClass.LosesData) => "Rows that are older would be deleted, or could not be had back.",
        (PolicyKind.AutoDelete, SchemaChangeClass.LosesData) => "The table would be dropped on that day.",
        (PolicyKind.RowOrder or PolicyKind.Partitioning, _) => "It holds for rows that are ingested from then on, and costs the cluster work.",
        (PolicyKind.Update, _) => "The query must give this table's columns in order and type.",
        _ => null,
    };

    // Not set is null, and the text "null".
    private static JsonDocument? Parse(TablePolicy policy, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text == "null")
        {
            return null;
        }

        string json = policy.Kind == PolicyKind.RowOrder && text.TrimStart().StartsWith('(') ? RowOrderText.ToJson(text) : text;
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // What cannot be read is at any rate not what is declared.
            return JsonDocument.Parse(JsonSerializer.Serialize(text, StoredJson.Default.String));
        }
    }
}
