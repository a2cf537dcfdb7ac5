namespace Kusto.Typed.Local;

/// <summary>The protocols by which queued ingestion hands over its blobs.</summary>
[Flags]
public enum LocalQueuedProtocols
{
    /// <summary>None: data management is not there.</summary>
    None = 0,

    /// <summary>Messages in storage queues.</summary>
    StorageQueue = 1,

    /// <summary>Submissions by REST.</summary>
    Rest = 2,

    /// <summary>Both.</summary>
    Both = StorageQueue | Rest,
}
