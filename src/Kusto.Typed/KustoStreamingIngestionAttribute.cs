namespace Kusto.Typed;

/// <summary>Declares the streaming ingestion policy of the table: rows may be streamed into it.</summary>
/// <remarks>In Azure Data Explorer the cluster must allow streaming too; in Fabric it is always on.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoStreamingIngestionAttribute : Attribute
{
    /// <summary>The expected rate in GB an hour, more than 0 and up to 4,096. Unset: none is hinted.</summary>
    public double HintAllocatedRate { get; init; }
}
