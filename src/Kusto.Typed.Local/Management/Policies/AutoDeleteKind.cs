using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>When the table itself is dropped.</summary>
internal sealed class AutoDeleteKind() : JsonPolicyKind("auto_delete", "AutoDeletePolicy", merges: false)
{
    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context)
    {
        const string Date = "ExpiryDate";
        DateTime expiry = members.Require(members.Time(Date), Date);
        return expiry > context.Now
            ? new JsonObject
            {
                [Date] = InstantText.Format(expiry),
                ["DeleteIfNotEmpty"] = members.Bool("DeleteIfNotEmpty") ?? false,
            }
            : throw Invalid(
                $"{Date} is {InstantText.Format(expiry)} and must be later than {InstantText.Format(context.Now)}");
    }
}
