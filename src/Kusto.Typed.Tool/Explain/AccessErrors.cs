namespace Kusto.Typed.Tool.Explain;

/// <summary>What could not be reached or was not allowed.</summary>
internal static class AccessErrors
{
    public static IReadOnlyList<IngestionError> All { get; } =
    [
        Permanent(
            "Download_Forbidden",
            "The storage refused to let the service read the blob.",
            "Renew the SAS (it must allow reading and still be valid when the queue gets there), or let the "
            + "service through the storage's firewall."),
        Permanent(
            "Download_AccessConditionNotSatisfied",
            "The blob is not as the request's condition wants it: it was changed, or is leased.",
            "Upload under a name of its own and do not touch the blob until it is ingested."),
        Permanent(
            "Download_AccountNotFound",
            "There is no storage account of that name.",
            "Check the URI; the account may be deleted or in another cloud."),
        Permanent(
            "Download_SourceNotFound",
            "There is no such blob: deleted before it was read, or never uploaded.",
            "Keep sources until their ingestion has ended; check the path and its case."),
        Permanent(
            "Download_BadRequest",
            "The storage refused the request for the blob as malformed.",
            "Check the URI and its signature: both are escaped once."),
        Permanent(
            "Download_NotTransient",
            "The blob could not be read, and trying again does not help.",
            "Read the blob with the same URI yourself; the details say more."),
        Transient(
            "Download_UnknownError",
            "The blob could not be read, for a reason that the service does not know.",
            "Send the source again; if it stays, read the blob yourself."),
        Transient(
            "Download_TransientNameResolutionFailure",
            "The storage's host name was not resolved for a moment.",
            "Send the source again."),
        Permanent(
            "BadRequest_TableAccessDenied",
            "The caller may not ingest into the table.",
            "Grant Table Ingestor on it, or Database Ingestor."),
        Permanent(
            "BadRequest_DatabaseAccessDenied",
            "The caller may not ingest into the database.",
            "Grant Database Ingestor; for queued ingestion Database User too."),
        Permanent(
            "BadRequest_InvalidAuthentication",
            "The caller's identity could not be verified.",
            "Sign in anew; check tenant and cloud of the credential."),
        Permanent(
            "BadRequest_InvalidKustoIdentityToken",
            "The identity token in the message is missing, foreign or too old.",
            "Get one with '.get kusto identity token' within the hour; this library does so by itself."),
        Permanent(
            "BadRequest_InvalidManagedIdentity",
            "The managed identity is not there, not assigned to the cluster, or not allowed for this use.",
            "Assign it, and allow its use by the cluster's managed identity policy."),
        Permanent(
            "Forbidden",
            "The caller is known and not allowed to do this.",
            "Grant the role that the documentation names for the operation."),
    ];

    private static IngestionError Permanent(string code, string meaning, string advice) =>
        new(code, IsPermanent: true, meaning, advice);

    private static IngestionError Transient(string code, string meaning, string advice) =>
        new(code, IsPermanent: false, meaning, advice);
}
