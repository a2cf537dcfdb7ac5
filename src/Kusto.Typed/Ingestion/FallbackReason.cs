namespace Kusto.Typed;

/// <summary>Why a batch of managed ingestion was queued and not streamed.</summary>
public enum FallbackReason
{
    /// <summary>It took the route that was asked for.</summary>
    None,

    /// <summary>The call has more rows than one streaming request takes, or the engine found the batch too large.</summary>
    TooLarge,

    /// <summary>
    /// The engine has too much to do, or had within the last 10 seconds for this table: it refused until the attempts
    /// ended, or asked for a longer wait than they allow.
    /// </summary>
    Throttled,

    /// <summary>
    /// Neither the table nor the database allows streaming, or the cluster does not; remembered for 15 minutes.
    /// </summary>
    StreamingNotEnabled,

    /// <summary>An update policy or the schema of the table does not go with streaming; remembered for 15 minutes.</summary>
    TableConfiguration,

    /// <summary>The node that was asked does not know the mapping yet, or the mapping had to be created.</summary>
    MappingUnknown,

    /// <summary>Every attempt failed for the moment: no connection, no answer, an error of the service.</summary>
    TransientFailure,

    /// <summary>The call has properties that a streaming request cannot carry.</summary>
    Properties,
}
