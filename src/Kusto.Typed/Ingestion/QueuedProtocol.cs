namespace Kusto.Typed;

/// <summary>By which protocol queued ingestion hands its blobs to the service.</summary>
public enum QueuedProtocol
{
    /// <summary>
    /// The one that the endpoint asks for in its configuration; storage queues where it has none.
    /// </summary>
    Auto,

    /// <summary>Messages in storage queues, which every cluster reads; with an identity token from data management.</summary>
    StorageQueue,

    /// <summary>Submissions by REST, which newer clusters and Eventhouses take.</summary>
    Rest,
}
