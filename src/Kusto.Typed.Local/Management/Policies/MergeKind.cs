using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>Which extents are made one. The endpoint merges none.</summary>
internal sealed class MergeKind() : JsonPolicyKind("merge", "MergePolicy", merges: true)
{
    private const int UsualRows = 16_000_000;
    private const int UsualMegabytes = 30_000;
    private const int UsualExtents = 100;
    private const int UsualHours = 24;

    public override bool IsOfDatabases => true;

    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context)
    {
        JsonObject kept = new()
        {
            ["RowCountUpperBoundForMerge"] = members.Number("RowCountUpperBoundForMerge", 0, long.MaxValue) ?? UsualRows,
            ["OriginalSizeMBUpperBoundForMerge"] =
                members.Number("OriginalSizeMBUpperBoundForMerge", 0, long.MaxValue) ?? UsualMegabytes,
            ["MaxExtentsToMerge"] = members.Number("MaxExtentsToMerge", 1, int.MaxValue) ?? UsualExtents,
            ["MaxRangeInHours"] = members.Number("MaxRangeInHours", 0, int.MaxValue) ?? UsualHours,
            ["AllowRebuild"] = members.Bool("AllowRebuild") ?? true,
            ["AllowMerge"] = members.Bool("AllowMerge") ?? true,
        };
        kept["Lookback"] = Lookback(members.Object("Lookback"));
        return kept;
    }

    private static JsonObject Lookback(PolicyMembers? members)
    {
        const string Default = "Default";
        JsonObject kept = new()
        {
            ["Kind"] = members?.Choice("Kind", first: 0, Default, "All", "HotCache", "Custom") ?? Default,
            ["CustomPeriod"] = members?.Span("CustomPeriod", TimeSpan.Zero, TimeSpan.MaxValue)?.ToString("c"),
        };
        members?.ExpectNoOther();
        return kept;
    }
}
