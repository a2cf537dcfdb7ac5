using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>How long extents keep their tags: an array, one element for each prefix. Here tags are kept for ever.</summary>
internal sealed class ExtentTagsRetentionKind()
    : PolicyKind("extent_tags_retention", "ExtentTagsRetentionPolicy", merges: false)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365_000);

    public override bool IsOfDatabases => true;

    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        JsonArray kept = [];
        foreach (PolicyMembers members in PolicyMembers.ParseList(context.Text.ReadLiteral(), this))
        {
            kept.Add((JsonNode)Keep(members));
            members.ExpectNoOther();
        }

        string text = JsonPolicyKind.Text(kept);
        return _ => text;
    }

    private JsonObject Keep(PolicyMembers members)
    {
        string prefix = members.Require(members.Text("TagPrefix"), "TagPrefix");
        TimeSpan period = members.Require(members.Span("RetentionPeriod", TimeSpan.Zero, s_longest), "RetentionPeriod");
        return prefix.EndsWith(':')
            ? new JsonObject { ["TagPrefix"] = prefix, ["RetentionPeriod"] = period.ToString("c") }
            : throw Invalid($"TagPrefix is '{prefix}' and ends with a colon, such as 'ingest-by:'");
    }
}
