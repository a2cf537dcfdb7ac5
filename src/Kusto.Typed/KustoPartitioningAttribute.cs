namespace Kusto.Typed;

/// <summary>Declares by which columns extents are divided: by the hash of one, by ranges of another, or by both.</summary>
/// <remarks>It costs the cluster work and is for new extents only. A value out of range does not compile.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoPartitioningAttribute : Attribute
{
    /// <summary>The property or column, a <c>string</c> or <c>guid</c>, whose hash decides; null: none.</summary>
    public string? HashKey { get; init; }

    /// <summary>The partitions of the hash, from 2 to 2,048. Default: 128, which is advised.</summary>
    public int MaxPartitionCount { get; init; } = 128;

    /// <summary>What the hash begins with, from 1. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How partitions go to nodes: <c>Uniform</c>, the default, or <c>ByPartition</c>.</summary>
    public string PartitionAssignmentMode { get; init; } = "Uniform";

    /// <summary>The property or column, a <c>datetime</c>, whose ranges decide; null: none.</summary>
    public string? RangeKey { get; init; }

    /// <summary>The size of a range, from <c>1s</c> up to 365,000 days. Default: <c>1d</c>, the least that is advised.</summary>
    public string RangeSize { get; init; } = "1d";

    /// <summary>A day or instant in UTC at which a range begins. Default: <c>1970-01-01</c>.</summary>
    public string Reference { get; init; } = "1970-01-01";

    /// <summary>Rows that were ingested before this day or instant in UTC are left alone; null: none are.</summary>
    public string? EffectiveDateTime { get; init; }
}
