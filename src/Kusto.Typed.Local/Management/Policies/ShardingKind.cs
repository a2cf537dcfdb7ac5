using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>How large extents are made. The endpoint makes one of each batch.</summary>
internal sealed class ShardingKind() : JsonPolicyKind("sharding", "ShardingPolicy", merges: true)
{
    public override bool IsOfDatabases => true;

    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context)
    {
        const int UsualRows = 1_048_576;
        const int UsualExtentMegabytes = 8192;
        const int UsualOriginalMegabytes = 3072;
        return new JsonObject
        {
            ["ShardEngineMaxRowCount"] = Limit("ShardEngineMaxRowCount", "MaxRowCount", UsualRows),
            ["ShardEngineMaxExtentSizeInMb"] = Limit("ShardEngineMaxExtentSizeInMb", "MaxExtentSizeInMb", UsualExtentMegabytes),
            ["ShardEngineMaxOriginalSizeInMb"] =
                Limit("ShardEngineMaxOriginalSizeInMb", "MaxOriginalSizeInMb", UsualOriginalMegabytes),
        };

        // The older names are taken for the newer ones.
        long Limit(string name, string older, long usual)
        {
            long? before = members.Number(older, 1, long.MaxValue);
            return members.Number(name, 1, long.MaxValue) ?? before ?? usual;
        }
    }
}
