using System.Text.Json;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Status;

/// <summary>What the service reports of a batch, however it spells it.</summary>
internal static class ReportedStatus
{
    /// <summary>The batch with what an object of JSON says of it, an entity, a report or a part of an operation.</summary>
    public static BatchReceipt Apply(BatchReceipt batch, JsonElement said) =>
        Apply(batch, StatusOf(JsonMember.Text(said, "Status")), said);

    /// <summary>The same, where the status stands elsewhere.</summary>
    public static BatchReceipt Apply(BatchReceipt batch, BatchStatus status, JsonElement said)
    {
        bool isWell = status is BatchStatus.Pending or BatchStatus.Succeeded;
        return batch with
        {
            Status = status,
            ErrorCode = isWell ? null : NotNone(JsonMember.Text(said, "ErrorCode")),
            Reason = isWell ? null : JsonMember.Text(said, "Details") is { Length: > 0 } details
                ? Connection.ServiceErrorBody.OfText(details).Message
                : null,
            IsPermanentFailure = isWell ? null : JsonMember.Text(said, "FailureStatus") switch
            {
                "Permanent" or "1" => true,
                "Transient" or "Exhausted" or "2" or "3" => false,
                _ => null,
            },
            OperationId = JsonMember.Text(said, "OperationId") is { Length: > 0 } operation ? operation : batch.OperationId,
        };
    }

    public static BatchStatus StatusOf(string? text) => text?.ToUpperInvariant() switch
    {
        "SUCCEEDED" => BatchStatus.Succeeded,
        "PARTIALLYSUCCEEDED" => BatchStatus.PartiallySucceeded,
        "FAILED" => BatchStatus.Failed,
        "SKIPPED" => BatchStatus.Skipped,
        "CANCELED" or "CANCELLED" => BatchStatus.Canceled,
        _ => BatchStatus.Pending,
    };

    private static string? NotNone(string? code) => string.IsNullOrEmpty(code) || code == "Unknown" ? null : code;
}
