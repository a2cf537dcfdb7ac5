using System.Text.Json;
using Kusto.Typed.Local.Management.Policies;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>
/// What no longer fits together in a database: update policies whose source is gone. Their queries are not run here.
/// </summary>
internal static class SchemaViolations
{
    public static ResultTable Of(CommandContext context) =>
        new(
            ResultColumn.Strings("EntityKind", "EntityName", "Property", "Reason"),
            [
                .. context.Database.Tables.Values.SelectMany(table => MissingSources(context.Database, table)
                    .Select(source => (object?[])
                    [
                        "Table", table.Name, "UpdatePolicy",
                        $"The source '{source}' of the update policy is no table of the database '{context.Database.Name}'.",
                    ])),
            ]);

    private static IEnumerable<string> MissingSources(DatabaseStore database, Table table) =>
        table.Policies.TryGetValue(UpdateKind.UpdateWord, out string? policy)
            ? JsonElement.Parse(policy).EnumerateArray()
                .Where(static update => !(update.TryGetProperty("SourceIsWildCard", out JsonElement wild) && wild.GetBoolean()))
                .Select(static update => update.GetProperty("Source").GetString()!) // the member is required
                .Where(source => database.Find(source) is null)
            : [];
}
