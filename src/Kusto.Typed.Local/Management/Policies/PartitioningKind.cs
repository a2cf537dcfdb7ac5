using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Values;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>By which columns extents are divided: at most one by its hash, at most one by ranges of its time.</summary>
internal sealed class PartitioningKind() : JsonPolicyKind("partitioning", "PartitioningPolicy", merges: true)
{
    private const string Hash = "Hash";
    private const string Range = "UniformRange";

    private static readonly string[] s_limits =
        ["MinRowCountPerOperation", "MaxRowCountPerOperation", "MaxOriginalSizePerOperation"];

    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context)
    {
        IReadOnlyList<PolicyMembers> keys = members.Require(members.Objects("PartitionKeys"), "PartitionKeys");
        JsonObject[] kept = [.. keys.Select(key => KeepKey(key, table))];
        int kinds = kept.DistinctBy(static key => key["Kind"]!.GetValue<string>()).Count(); // each key has its kind
        if (kept.Length == 0 || kept.Length > kinds)
        {
            throw Invalid($"it has {kept.Length} PartitionKeys and takes one of kind {Hash}, one of kind {Range}, or both");
        }

        JsonObject policy = new() { ["PartitionKeys"] = new JsonArray([.. kept]) };
        if (members.Time("EffectiveDateTime") is { } effective)
        {
            policy["EffectiveDateTime"] = InstantText.Format(effective);
        }

        foreach (string limit in s_limits)
        {
            if (members.Number(limit, 0, long.MaxValue) is { } number)
            {
                policy[limit] = number;
            }
        }

        return policy;
    }

    private JsonObject KeepKey(PolicyMembers key, Table table)
    {
        string name = key.Require(key.Text("ColumnName"), "ColumnName");
        string kind = key.Require(key.Choice("Kind", first: 1, Hash, Range), "Kind");
        PolicyMembers properties = key.Require(key.Object("Properties"), "Properties");
        CheckType(RequireColumn(table, name), kind);
        JsonObject kept = kind == Hash ? KeepHash(properties) : KeepRange(properties);
        properties.ExpectNoOther();
        key.ExpectNoOther();
        return new JsonObject { ["ColumnName"] = name, ["Kind"] = kind, ["Properties"] = kept };
    }

    private void CheckType(Column column, string kind)
    {
        bool fits = kind == Hash
            ? column.Type is KustoType.String or KustoType.Guid
            : column.Type == KustoType.DateTime;
        if (!fits)
        {
            throw Invalid(
                $"a key of kind {kind} is a column of type {(kind == Hash ? "string or guid" : "datetime")}, and "
                + $"'{column.Name}' is of type {column.Type.ToKusto()}");
        }
    }

    private static JsonObject KeepHash(PolicyMembers properties)
    {
        const int MostPartitions = 2048;
        const string Count = "MaxPartitionCount";
        return new JsonObject
        {
            ["Function"] = properties.Choice("Function", first: 0, "XxHash64") ?? "XxHash64",
            [Count] = properties.Require(properties.Number(Count, 2, MostPartitions), Count),
            ["Seed"] = properties.Number("Seed", 0, int.MaxValue) ?? 1,
            ["PartitionAssignmentMode"] =
                properties.Choice("PartitionAssignmentMode", first: 0, "Default", "Uniform", "ByPartition") ?? "Default",
        };
    }

    private static JsonObject KeepRange(PolicyMembers properties) => new()
    {
        ["Reference"] = InstantText.Format(properties.Require(properties.Time("Reference"), "Reference")),
        ["RangeSize"] = properties
            .Require(properties.Span("RangeSize", new TimeSpan(1), TimeSpan.MaxValue), "RangeSize").ToString("c"),
        ["OverrideCreationTime"] = properties.Bool("OverrideCreationTime") ?? false,
    };
}
