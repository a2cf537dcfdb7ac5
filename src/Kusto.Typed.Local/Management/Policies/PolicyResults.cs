using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>Policies as the rows of an answer.</summary>
internal static class PolicyResults
{
    private static readonly ResultColumn[] s_columns =
        ResultColumn.Strings("PolicyName", "EntityName", "Policy", "ChildEntities", "EntityType");

    /// <summary>One policy of one entity; its text is null where the entity has none of its own.</summary>
    public static ResultTable Of(string policyName, string entity, string? policy, string entityType) =>
        new(s_columns, [Row(policyName, entity, policy, entityType)]);

    /// <summary>The policies of one kind that tables have.</summary>
    public static ResultTable OfTables(
        CommandContext context, string policyName, IEnumerable<Table> tables, Func<Table, string?> policy) =>
        new(
            s_columns,
            [
                .. tables.Select(table =>
                    Row(policyName, $"[{context.Database.Name}].[{table.Name}]", policy(table), "Table")),
            ]);

    private static object?[] Row(string policyName, string entity, string? policy, string entityType) =>
        [policyName, entity, policy ?? "null", "", entityType];
}
