using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>When batches of queued ingestion are sealed.</summary>
internal sealed class IngestionBatchingKind()
    : JsonPolicyKind(BatchingPolicy.Kind, "IngestionBatchingPolicy", merges: true)
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(30);

    public override bool IsOfDatabases => true;

    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context)
    {
        const int MostItems = 25_000;
        const int LeastMegabytes = 100;
        const int MostMegabytes = 4096;
        BatchingPolicy usual = BatchingPolicy.Default;
        return new JsonObject
        {
            ["MaximumBatchingTimeSpan"] =
                (members.Span("MaximumBatchingTimeSpan", s_shortest, s_longest) ?? usual.Time).ToString("c"),
            ["MaximumNumberOfItems"] = members.Number("MaximumNumberOfItems", 1, MostItems) ?? usual.Items,
            ["MaximumRawDataSizeMB"] =
                members.Number("MaximumRawDataSizeMB", LeastMegabytes, MostMegabytes) ?? usual.RawDataSizeMB,
        };
    }
}
