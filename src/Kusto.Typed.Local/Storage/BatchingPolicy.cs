using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Local.Storage;

/// <summary>When batches of queued ingestion are sealed.</summary>
internal sealed record BatchingPolicy(TimeSpan Time, int Items, int RawDataSizeMB)
{
    /// <summary>What commands call the policy.</summary>
    public const string Kind = "ingestionbatching";

    public static BatchingPolicy Default { get; } = new(TimeSpan.FromMinutes(5), Items: 500, RawDataSizeMB: 1024);

    /// <summary>Reads the policy as a table keeps it: with all its members.</summary>
    public static BatchingPolicy Parse(string json)
    {
        JsonElement policy = JsonElement.Parse(json);
        return new BatchingPolicy(
            TimeSpan.ParseExact(
                policy.GetProperty("MaximumBatchingTimeSpan").GetString()!, "c", CultureInfo.InvariantCulture), // kept so
            policy.GetProperty("MaximumNumberOfItems").GetInt32(),
            policy.GetProperty("MaximumRawDataSizeMB").GetInt32());
    }
}
