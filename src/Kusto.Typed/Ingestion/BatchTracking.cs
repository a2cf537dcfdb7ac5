namespace Kusto.Typed.Ingestion;

/// <summary>How the fate of an accepted batch is found out.</summary>
/// <remarks>No record, since the address of a status table carries a key that must not be printed.</remarks>
internal sealed class BatchTracking
{
    private BatchTracking(TrackingKind kind, string? operationId, Uri? statusTable, string? rowKey)
    {
        Kind = kind;
        OperationId = operationId;
        StatusTable = statusTable;
        RowKey = rowKey;
    }

    public TrackingKind Kind { get; }

    /// <summary>The id of the operation that a submission began; null with a status table or report queues.</summary>
    public string? OperationId { get; }

    /// <summary>The table that has a row for the batch, with or without its key; null with the others.</summary>
    public Uri? StatusTable { get; }

    /// <summary>The key of that row within its partition, which is the source id; null with the others.</summary>
    public string? RowKey { get; }

    /// <summary>The REST protocol: the operation is asked for.</summary>
    public static BatchTracking Operation(string operationId) => new(TrackingKind.Operation, operationId, null, null);

    /// <summary>A status table: the batch's entity is read.</summary>
    public static BatchTracking Table(Uri table, string rowKey) => new(TrackingKind.StatusTable, null, table, rowKey);

    /// <summary>The report queues, which all clients share: they are looked into, and nothing is taken out.</summary>
    public static BatchTracking Queues() => new(TrackingKind.ReportQueues, null, null, null);
}

internal enum TrackingKind
{
    Operation,
    StatusTable,
    ReportQueues,
}
