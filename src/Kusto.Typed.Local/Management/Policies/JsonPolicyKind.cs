using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>A kind of policy that is one JSON object.</summary>
internal abstract class JsonPolicyKind(string word, string name, bool merges) : PolicyKind(word, name, merges)
{
    private static readonly JsonSerializerOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        PolicyMembers wanted = ReadMembers(context, merge);
        return table =>
        {
            PolicyMembers members = merge && table.Policies.TryGetValue(Word, out string? before)
                ? wanted.Over(PolicyMembers.Parse(before, this))
                : wanted;
            JsonObject kept = Keep(members, table, context);
            members.ExpectNoOther();
            return Text(kept);
        };
    }

    /// <summary>The policy as it is kept and shown: checked, with the defaults of what is not said.</summary>
    protected abstract JsonObject Keep(PolicyMembers members, Table table, CommandContext context);

    protected virtual PolicyMembers ReadMembers(CommandContext context, bool merge) =>
        PolicyMembers.Parse(context.Text.ReadLiteral(), this);

    /// <summary>JSON as it is shown: quotes and angle brackets of queries stay what they are.</summary>
    internal static string Text(JsonNode json) => json.ToJsonString(s_options);
}
