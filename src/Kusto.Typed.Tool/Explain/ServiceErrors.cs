namespace Kusto.Typed.Tool.Explain;

/// <summary>What went wrong inside of the service, most of it for a time.</summary>
internal static class ServiceErrors
{
    public static IReadOnlyList<IngestionError> All { get; } =
    [
        Transient(
            "General_InternalServerError",
            "The service failed, for a reason of its own.",
            "Send the source again later, with the same source id."),
        Transient(
            "General_ThrottledIngestion",
            "More is being ingested than the cluster takes at once.",
            "Wait and send again; make batches larger, or the cluster."),
        Transient(
            "General_TransientSchemaMismatch",
            "The table was changed while it was ingested into.",
            "Send again; nodes learn of a change within minutes."),
        Permanent(
            "General_RetryAttemptsExceeded",
            "The service tried as often as it does, and gave up.",
            "Look at the errors before this one; a new submission may succeed."),
        Permanent(
            "General_AbandonedIngestion",
            "The ingestion was given up before it ended.",
            "Count the rows, then send the source again."),
        Transient(
            "Timeout",
            "The ingestion took longer than the service lets it.",
            "Send again in smaller sources; count the rows first, they may be there."),
        Transient(
            "OutOfMemory",
            "A node had not enough memory for the source.",
            "Send again in smaller sources; wide rows and large values take the most."),
        Transient(
            "Stream_LowMemoryCondition",
            "A node was short of memory when the stream was read.",
            "Send again, in smaller requests if it stays."),
        Transient(
            "UpdatePolicy_FailedDescendantTransaction",
            "The rows went no further because a table that is filled from this one failed.",
            "Look for the first error of the tables behind this one; it says whether to send again."),
        Transient(
            "UpdatePolicy_IngestionError",
            "What an update policy's query gave could not be ingested.",
            "Look at the failures of the policy's own table, then send again."),
        Transient(
            "UpdatePolicy_UnknownError",
            "An update policy failed, for a reason that the service does not know.",
            "Send again; if it stays, run the policy's query by itself."),
        Transient(
            "ServiceUnavailable_StreamingIngestionDatabaseUnderMaintenance",
            "The database takes no streams for now.",
            "Queue, or wait; the managed route queues by itself."),
        Permanent(
            "BlobAlreadyReceived_BlobAlreadyFoundInBatch",
            "The same blob was sent twice in one batch; it was ingested once.",
            "Nothing is lost; send each blob once."),
        Permanent(
            "StreamingIngestionDisabledForCluster",
            "Streaming is off for the whole cluster.",
            "Switch it on for the cluster, or queue; in Fabric it is always on."),
        Transient(
            "Misc",
            "Something else went wrong; the code says no more.",
            "Read the details; send again unless they say that it is in vain."),
        Transient(
            "Unknown",
            "The service does not know what went wrong.",
            "Send again; if it stays, look at '.show ingestion failures'."),
    ];

    private static IngestionError Permanent(string code, string meaning, string advice) =>
        new(code, IsPermanent: true, meaning, advice);

    private static IngestionError Transient(string code, string meaning, string advice) =>
        new(code, IsPermanent: false, meaning, advice);
}
