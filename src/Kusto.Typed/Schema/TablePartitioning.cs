namespace Kusto.Typed.Schema;

/// <summary>Makes the partitioning policy of a table: by the hash of one column, by ranges of another, or by both.</summary>
/// <remarks>Source: "Partitioning policy" in the Kusto documentation. It holds for new extents and costs the cluster work.</remarks>
public static class TablePartitioning
{
    /// <summary>The policy.</summary>
    /// <param name="hashKey">A <c>string</c> or <c>guid</c> column; null: none.</param>
    /// <param name="maxPartitionCount">The partitions of the hash, from 2 to 2,048. Default: 128, which is advised.</param>
    /// <param name="seed">What the hash begins with, from 1. Default: 1.</param>
    /// <param name="partitionAssignmentMode">How partitions go to nodes: <c>Uniform</c>, the default, or <c>ByPartition</c>.</param>
    /// <param name="rangeKey">A <c>datetime</c> column; null: none.</param>
    /// <param name="rangeSize">The size of a range, from 1 second up to 365,000 days. Default: <c>1d</c>, the least that is advised.</param>
    /// <param name="reference">An instant at which a range begins. Default: <c>1970-01-01</c>.</param>
    /// <param name="effectiveDateTime">Rows ingested before it are left alone; null: none are.</param>
    /// <exception cref="ArgumentException">A value is out of range, or no key is given.</exception>
    public static TablePolicy Policy(
        string? hashKey = null,
        int maxPartitionCount = 128,
        int seed = 1,
        string partitionAssignmentMode = "Uniform",
        string? rangeKey = null,
        string rangeSize = "1d",
        string reference = "1970-01-01",
        string? effectiveDateTime = null)
    {
        TablePolicies.Require(
            hashKey is not null || rangeKey is not null, "it has no key; give HashKey or RangeKey", nameof(hashKey));
        List<string> keys = [];
        List<PolicyColumn> columns = [];
        if (hashKey is not null)
        {
            keys.Add(HashKey(hashKey, maxPartitionCount, seed, partitionAssignmentMode));
            columns.Add(new PolicyColumn(hashKey, IsDescending: false, KustoType.String, KustoType.Guid));
        }

        if (rangeKey is not null)
        {
            keys.Add(RangeKey(rangeKey, rangeSize, reference));
            columns.Add(new PolicyColumn(rangeKey, IsDescending: false, KustoType.DateTime));
        }

        string? effective = effectiveDateTime is null
            ? null
            : TablePolicies.Instant(effectiveDateTime, nameof(effectiveDateTime));
        PolicyJson json = new PolicyJson()
            .AddRaw("PartitionKeys", $"[{string.Join(",", keys)}]")
            .Add("EffectiveDateTime", effective);
        return new TablePolicy(PolicyKind.Partitioning, json.ToString(), argument: null, [.. columns]);
    }

    private static string HashKey(string column, int maxPartitionCount, int seed, string mode)
    {
        TablePolicies.RequireRange(maxPartitionCount, 2, 2048, nameof(maxPartitionCount));
        TablePolicies.RequireRange(seed, 1, int.MaxValue, nameof(seed));
        TablePolicies.Require(
            mode is "Uniform" or "ByPartition",
            $"PartitionAssignmentMode is '{mode}', and it is Uniform or ByPartition",
            "partitionAssignmentMode");
        PolicyJson properties = new PolicyJson()
            .Add("Function", "XxHash64")
            .Add("MaxPartitionCount", maxPartitionCount)
            .Add("Seed", seed)
            .Add("PartitionAssignmentMode", mode);
        return Key(column, "Hash", properties);
    }

    private static string RangeKey(string column, string rangeSize, string reference)
    {
        TimeSpan? size = TablePolicies.Duration(
            rangeSize, TimeSpan.FromSeconds(1), TimeSpan.FromDays(365_000), nameof(rangeSize));
        PolicyJson properties = new PolicyJson()
            .Add("Reference", TablePolicies.Instant(reference, nameof(reference)))
            .Add("RangeSize", size)
            .Add("OverrideCreationTime", false);
        return Key(column, "UniformRange", properties);
    }

    private static string Key(string column, string kind, PolicyJson properties) => new PolicyJson()
        .Add("ColumnName", column)
        .Add("Kind", kind)
        .AddRaw("Properties", properties.ToString())
        .ToString();
}
