using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>How long rows are kept: JSON, or <c>softdelete = 365d recoverability = enabled</c> to merge.</summary>
internal sealed class RetentionKind() : JsonPolicyKind("retention", "RetentionPolicy", merges: true)
{
    private const string Period = "SoftDeletePeriod";
    private const string Recoverability = "Recoverability";
    private const string Enabled = "Enabled";

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365_000);

    public override bool IsOfDatabases => true;

    protected override PolicyMembers ReadMembers(CommandContext context, bool merge)
    {
        if (!merge || context.Text.AtLiteral())
        {
            return base.ReadMembers(context, merge);
        }

        JsonObject said = [];
        if (DurationLiteral.TryRead(context.Text, "softdelete") is { } period)
        {
            said[Period] = period.ToString("c");
        }

        if (context.Text.TryWord("recoverability"))
        {
            context.Text.Expect('=');
            said[Recoverability] = context.Text.TryWord("enabled") ? Enabled
                : context.Text.TryWord("disabled") ? "Disabled"
                : throw context.Text.Unexpected("enabled or disabled");
        }

        return said.Count > 0
            ? PolicyMembers.Parse(Text(said), this)
            : throw context.Text.Unexpected("a string literal, 'softdelete' or 'recoverability'");
    }

    protected override JsonObject Keep(PolicyMembers members, Table table, CommandContext context)
    {
        TimeSpan period = members.Span(Period, TimeSpan.Zero, s_longest) ?? s_longest;
        string recoverability = members.Choice(Recoverability, first: 1, Enabled, "Disabled") ?? Enabled;
        if (period == TimeSpan.Zero)
        {
            CheckZero(table, recoverability, context);
        }

        return new JsonObject { [Period] = period.ToString("c"), [Recoverability] = recoverability };
    }

    // Rows that are gone at once make sense only where a transactional update policy has taken them before.
    private static void CheckZero(Table table, string recoverability, CommandContext context)
    {
        if (recoverability == Enabled
            || !context.Database.Tables.Values.Any(target => UpdateKind.TakesTransactionally(target, table.Name)))
        {
            throw Refusal.BadFormat(
                "BadRequest_ZeroRetentionPolicyWithNoUpdatePolicy",
                $"The policy retention cannot be set: a SoftDeletePeriod of 0 is only for the source of a transactional "
                + "update policy with Recoverability Disabled. "
                + $"The table '{table.Name}' has Recoverability {recoverability}, or no other table's update policy takes its rows with IsTransactional.");
        }
    }
}
