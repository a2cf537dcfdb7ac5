using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>Whether streams are taken: <c>enable</c>, <c>disable</c> or JSON.</summary>
internal sealed class StreamingIngestionKind()
    : JsonPolicyKind(StreamingPolicy.Kind, "StreamingIngestionPolicy", merges: true)
{
    public override bool IsOfDatabases => true;

    protected override PolicyMembers ReadMembers(CommandContext context, bool merge) =>
        !merge && context.Text.TryWord("enable") ? PolicyMembers.Parse("""{"IsEnabled":true}""", this)
        : !merge && context.Text.TryWord("disable") ? PolicyMembers.Parse("""{"IsEnabled":false}""", this)
        : base.ReadMembers(context, merge);

    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context) => new()
    {
        ["IsEnabled"] = members.Require(members.Bool("IsEnabled"), "IsEnabled"),
        ["HintAllocatedRate"] = members.Rate("HintAllocatedRate"),
    };
}
