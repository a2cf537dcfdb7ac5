namespace Kusto.Typed;

/// <summary>Declares how long queued rows are gathered before they are ingested: until the first border is reached.</summary>
/// <remarks>What is unset is the service's own default. A value out of range does not compile.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoIngestionBatchingAttribute : Attribute
{
    /// <summary>
    /// The longest wait, from <c>10s</c> to <c>30m</c>; also as <c>00:00:30</c>. Unset: the service's, 5 minutes.
    /// </summary>
    public string? MaximumBatchingTimeSpan { get; init; }

    /// <summary>The most blobs, from 1 to 25,000. Unset: the service's, 500.</summary>
    public int MaximumNumberOfItems { get; init; }

    /// <summary>The most data before compression in MB, from 100 to 4,096. Unset: the service's, 1,024.</summary>
    public int MaximumRawDataSizeMB { get; init; }
}
