namespace Kusto.Typed;

/// <summary>The ways into a table.</summary>
public enum IngestRoute
{
    /// <summary>
    /// Streams a call whose rows fit into one request, and queues what does not, or what the engine does not take: because
    /// it is busy, fails, or the table does not allow streaming. Never inline by itself.
    /// </summary>
    Managed,

    /// <summary>
    /// To the engine, at once: seconds until rows can be queried; small batches; needs the table's policy.
    /// </summary>
    Streaming,

    /// <summary>
    /// By staging storage, in large batches: the service ingests them when its batching policy says, by default within
    /// five minutes.
    /// </summary>
    Queued,

    /// <summary>
    /// As the command <c>.ingest inline</c>: for Microsoft's emulator, which has no other way, and for tiny data. Values
    /// with line ends are refused.
    /// </summary>
    Inline,
}
