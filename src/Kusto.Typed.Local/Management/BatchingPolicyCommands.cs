using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The ingestion batching policy, from its JSON on.</summary>
internal static class BatchingPolicyCommands
{
    private static readonly ResultColumn[] s_columns =
        ResultColumn.Strings("PolicyName", "EntityName", "Policy", "ChildEntities", "EntityType");

    public static ResultTable Alter(CommandContext context, string table, bool merge)
    {
        BatchingPolicy wanted = Parse(context.Text.ReadLiteral());
        context.Text.ExpectEnd();
        return Set(context, table, before => merge && before is not null
            ? new BatchingPolicy(
                wanted.Time ?? before.Time, wanted.Items ?? before.Items, wanted.RawDataSizeMB ?? before.RawDataSizeMB)
            : wanted);
    }

    public static ResultTable Delete(CommandContext context, string table)
    {
        context.Text.ExpectEnd();
        return Set(context, table, static _ => null);
    }

    public static ResultTable Show(CommandContext context, IEnumerable<Table> tables)
    {
        context.Text.ExpectEnd();
        return new ResultTable(s_columns, [.. tables.Select(table => Row(context, table))]);
    }

    private static ResultTable Set(CommandContext context, string table, Func<BatchingPolicy?, BatchingPolicy?> change)
    {
        Table changed = context.Database.Change(
            table, current => current with { BatchingPolicy = change(current.BatchingPolicy) });
        return new ResultTable(s_columns, [Row(context, changed)]);
    }

    private static object?[] Row(CommandContext context, Table table) =>
        ["IngestionBatchingPolicy", $"[{context.Database.Name}].[{table.Name}]", Json(table.BatchingPolicy), "", "Table"];

    private static string Json(BatchingPolicy? policy) => policy is null
        ? "null"
        : JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["MaximumBatchingTimeSpan"] = (policy.Time ?? TimeSpan.FromMinutes(5)).ToString("c", CultureInfo.InvariantCulture),
            ["MaximumNumberOfItems"] = policy.Items ?? 500,
            ["MaximumRawDataSizeMB"] = policy.RawDataSizeMB ?? 1024,
        });

    private static BatchingPolicy Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            string? time = SourceProperties.Text(document.RootElement, "MaximumBatchingTimeSpan");
            return new BatchingPolicy(
                time is null ? null : TimeSpan.Parse(time, CultureInfo.InvariantCulture) is { } span
                    && span >= TimeSpan.FromSeconds(10) && span <= TimeSpan.FromMinutes(30)
                    ? span
                    : throw Refusal.Invalid("MaximumBatchingTimeSpan is from 10 seconds to 30 minutes."),
                Number(document.RootElement, "MaximumNumberOfItems", 1, 25_000),
                Number(document.RootElement, "MaximumRawDataSizeMB", 100, 4096));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException)
        {
            throw Refusal.Invalid("The ingestion batching policy is no JSON object of the policy's members.");
        }
    }

    private static int? Number(JsonElement json, string name, int least, int most)
    {
        string? text = SourceProperties.Text(json, name);
        return text is null ? null
            : int.Parse(text, CultureInfo.InvariantCulture) is { } number && number >= least && number <= most ? number
            : throw Refusal.Invalid($"{name} is from {least} to {most}.");
    }
}
