namespace Kusto.Typed.Local;

/// <summary>The requests that a fault is for.</summary>
public enum LocalRequestKind
{
    /// <summary>Every request but the one for the metadata of authentication.</summary>
    Any = 0,

    /// <summary>Streaming ingestion.</summary>
    Ingest = 1,

    /// <summary>Queries.</summary>
    Query = 2,

    /// <summary>Management commands.</summary>
    Management = 3,

    /// <summary>The command that lists the resources of queued ingestion.</summary>
    Resources = 4,

    /// <summary>The command that gives an identity token.</summary>
    IdentityToken = 5,

    /// <summary>The configuration of queued ingestion by REST.</summary>
    Configuration = 6,

    /// <summary>Submissions of queued ingestion by REST.</summary>
    Submit = 7,

    /// <summary>The state of such a submission.</summary>
    Status = 8,

    /// <summary>Whatever is put into a container of the storage.</summary>
    BlobUpload = 9,

    /// <summary>Messages that are put into a ready queue.</summary>
    QueueMessage = 10,

    /// <summary>The status table.</summary>
    StatusTable = 11,
}
