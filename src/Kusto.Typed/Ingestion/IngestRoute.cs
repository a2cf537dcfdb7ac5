namespace Kusto.Typed;

/// <summary>The ways into a table.</summary>
public enum IngestRoute
{
    /// <summary>
    /// Streams what fits and queues what does not. Not available in this version: name another route.
    /// </summary>
    Managed,

    /// <summary>
    /// To the engine, at once: seconds until rows can be queried; small batches; needs the table's policy.
    /// </summary>
    Streaming,

    /// <summary>
    /// By staging storage, in large batches, minutes until rows can be queried. Not available in this version.
    /// </summary>
    Queued,

    /// <summary>As a management command, for tiny data and emulators. Not available in this version.</summary>
    Inline,
}
