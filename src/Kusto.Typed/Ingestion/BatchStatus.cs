namespace Kusto.Typed;

/// <summary>How far a batch is on its way into the table, once the service has accepted it.</summary>
public enum BatchStatus
{
    /// <summary>Nobody knows: it was not accepted, its answer was lost, or no report of it was asked for.</summary>
    Unknown,

    /// <summary>The service has it and has not ingested it yet.</summary>
    Pending,

    /// <summary>Its rows are in the table, and can be queried.</summary>
    Succeeded,

    /// <summary>Some of its rows are in the table.</summary>
    PartiallySucceeded,

    /// <summary>The service could not ingest it: <see cref="BatchReceipt.ErrorCode"/> and <see cref="BatchReceipt.Reason"/> say why.</summary>
    Failed,

    /// <summary>
    /// The service ingested nothing of it. With <see cref="IngestProperties.IdempotencyKey"/> or
    /// <see cref="IngestProperties.IngestIfNotExists"/> its rows are there already.
    /// </summary>
    Skipped,

    /// <summary>Somebody cancelled its ingestion.</summary>
    Canceled,
}
