using System.Text.Json;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands about the streaming ingestion policy, of tables and of databases.</summary>
internal static class PolicyCommands
{
    private static readonly ResultColumn[] s_columns =
        ResultColumn.Strings("PolicyName", "EntityName", "Policy", "ChildEntities", "EntityType");

    public static void ExpectKind(CommandContext context)
    {
        if (!context.Text.TryWord("streamingingestion"))
        {
            throw Refusal.NotSupported(
                "The local endpoint keeps the policies streamingingestion and ingestionbatching only. Run the others against a real cluster.");
        }
    }

    /// <summary>Reads <c>enable</c>, <c>disable</c> or the policy as JSON.</summary>
    public static ResultTable Alter(CommandContext context, string table)
    {
        StreamingPolicy policy = ReadPolicy(context);
        return Set(context, table, policy);
    }

    /// <summary>The same of a database: it holds for the tables that have no policy of their own.</summary>
    public static ResultTable AlterDatabase(CommandContext context)
    {
        DatabaseStore database = context.Cluster.Require(context.Text.ReadName("the name of a database"));
        context.Text.ExpectWord("policy");
        StreamingPolicy policy = ReadPolicy(context);
        database.StreamingPolicy = policy;
        return new ResultTable(
            s_columns, [["StreamingIngestionPolicy", $"[{database.Name}]", SchemaJson.Of(policy), "", "Database"]]);
    }

    private static StreamingPolicy ReadPolicy(CommandContext context)
    {
        ExpectKind(context);
        StreamingPolicy policy = context.Text.TryWord("enable") ? new StreamingPolicy(IsEnabled: true, null)
            : context.Text.TryWord("disable") ? new StreamingPolicy(IsEnabled: false, null)
            : Parse(context.Text.ReadLiteral());
        context.Text.ExpectEnd();
        return policy;
    }

    public static ResultTable Delete(CommandContext context, string table)
    {
        ExpectKind(context);
        context.Text.ExpectEnd();
        return Set(context, table, null);
    }

    public static ResultTable Show(CommandContext context, IEnumerable<Table> tables)
    {
        ExpectKind(context);
        context.Text.ExpectEnd();
        return new ResultTable(s_columns, [.. tables.Select(table => Row(context, table))]);
    }

    private static ResultTable Set(CommandContext context, string table, StreamingPolicy? policy)
    {
        Table changed = context.Database.Change(table, current => current with { StreamingPolicy = policy });
        return new ResultTable(s_columns, [Row(context, changed)]);
    }

    private static object?[] Row(CommandContext context, Table table) =>
    [
        "StreamingIngestionPolicy",
        $"[{context.Database.Name}].[{table.Name}]",
        SchemaJson.Of(table.StreamingPolicy),
        "",
        "Table",
    ];

    private static StreamingPolicy Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            bool? isEnabled = null;
            double? hint = null;
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (string.Equals(member.Name, "IsEnabled", StringComparison.OrdinalIgnoreCase))
                {
                    isEnabled = member.Value.GetBoolean();
                }
                else if (string.Equals(member.Name, "HintAllocatedRate", StringComparison.OrdinalIgnoreCase))
                {
                    hint = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value.GetDouble();
                }
            }

            return new StreamingPolicy(isEnabled ?? throw Invalid("it lacks IsEnabled"), hint);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Invalid("it is no JSON object of a boolean IsEnabled and a number HintAllocatedRate");
        }
    }

    private static RequestRefusedException Invalid(string problem) =>
        Refusal.Invalid($"The streaming ingestion policy cannot be read: {problem}.");
}
