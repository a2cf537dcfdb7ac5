using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>Which queries over other tables fill this one. The endpoint keeps them and runs none.</summary>
internal sealed class UpdateKind() : PolicyKind(UpdateWord, "UpdatePolicy", merges: true)
{
    /// <summary>What commands call the policy.</summary>
    public const string UpdateWord = "update";

    private const string Transactional = "IsTransactional";

    /// <summary>True where the table takes the rows of <paramref name="source"/> in their own transaction.</summary>
    public static bool TakesTransactionally(Table table, string source) =>
        table.Policies.TryGetValue(UpdateWord, out string? policy)
        && JsonElement.Parse(policy).EnumerateArray().Any(update =>
            update.GetProperty("IsEnabled").GetBoolean()
            && update.GetProperty(Transactional).GetBoolean()
            && update.GetProperty("Source").GetString() == source);

    /// <summary>Reads an array; <c>.alter-merge</c> appends it, also where an entry is there already.</summary>
    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        JsonArray wanted = [];
        foreach (PolicyMembers members in PolicyMembers.ParseList(context.Text.ReadLiteral(), this))
        {
            wanted.Add((JsonNode)Keep(members));
            members.ExpectNoOther();
        }

        return table =>
        {
            CheckSources(wanted, context);
            JsonArray kept = merge && table.Policies.TryGetValue(Word, out string? before)
                ? JsonNode.Parse(before)!.AsArray() // it is kept as an array
                : [];
            foreach (JsonNode? update in wanted)
            {
                kept.Add(update!.DeepClone()); // it was added above
            }

            return JsonPolicyKind.Text(kept);
        };
    }

    private static JsonObject Keep(PolicyMembers members)
    {
        JsonObject kept = new()
        {
            ["IsEnabled"] = members.Require(members.Bool("IsEnabled"), "IsEnabled"),
            ["Source"] = members.Require(members.Text("Source"), "Source"),
            ["Query"] = members.Require(members.Text("Query"), "Query"),
            [Transactional] = members.Bool(Transactional) ?? false,
            ["PropagateIngestionProperties"] = members.Bool("PropagateIngestionProperties") ?? false,
        };
        if (members.Text("ManagedIdentity") is { } identity)
        {
            kept["ManagedIdentity"] = identity;
        }

        if (members.Bool("SourceIsWildCard") is { } isWildCard)
        {
            kept["SourceIsWildCard"] = isWildCard;
        }

        members.Ignore("OwnerPrincipalDetails");
        return kept;
    }

    // The query is not run here, so its table is all that can be checked of it.
    private void CheckSources(JsonArray updates, CommandContext context)
    {
        foreach (JsonNode? update in updates)
        {
            string source = update!["Source"]!.GetValue<string>(); // the member is required
            if (update["SourceIsWildCard"]?.GetValue<bool>() != true && context.Database.Find(source) is null)
            {
                throw Refusal.BadFormat(
                    "UpdatePolicy_UnknownSourceTable",
                    $"The policy {Word} cannot be set: its Source '{source}' is no table of the database "
                    + $"'{context.Database.Name}'. Create the source first. Names are case-sensitive.");
            }
        }
    }
}
