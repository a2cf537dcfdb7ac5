using System.Text.Json;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>A kind of policy that is <c>true</c> or <c>false</c>.</summary>
internal class FlagKind(string word, string name) : PolicyKind(word, name, merges: false)
{
    private const string Enabled = """{"IsEnabled":true}""";
    private const string Disabled = """{"IsEnabled":false}""";

    public override string Argument(string policy) => policy == Enabled ? "true" : "false";

    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        bool isEnabled = context.Text.TryWord("true");
        if (!isEnabled && !context.Text.TryWord("false"))
        {
            throw context.Text.Unexpected("true or false");
        }

        return table =>
        {
            Check(table, isEnabled);
            return isEnabled ? Enabled : Disabled;
        };
    }

    /// <summary>Whether a policy that a table keeps is enabled.</summary>
    public static bool IsEnabled(Table table, string kind) =>
        table.Policies.TryGetValue(kind, out string? policy) && JsonElement.Parse(policy).GetProperty("IsEnabled").GetBoolean();

    /// <summary>Whether the table may have it.</summary>
    /// <exception cref="RequestRefusedException">It may not.</exception>
    protected virtual void Check(Table table, bool isEnabled)
    {
    }
}

/// <summary>Whether only those see rows who may see all. The endpoint asks nobody who they are.</summary>
internal sealed class RestrictedViewAccessKind() : FlagKind(RestrictedWord, "RestrictedViewAccessPolicy")
{
    /// <summary>What commands call the policy.</summary>
    public const string RestrictedWord = "restricted_view_access";

    public override bool IsSecurity => true;

    protected override void Check(Table table, bool isEnabled)
    {
        if (isEnabled && IsEnabled(table, RowLevelSecurityKind.SecurityWord))
        {
            throw Invalid($"the table '{table.Name}' has row_level_security, and has one of the two");
        }
    }
}
