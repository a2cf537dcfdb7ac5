using System.Buffers;
using System.Text.Json;
using Kusto.Typed.Local.Staging;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>Reports as a queue message asks: into the status table, the report queues, both, or nowhere.</summary>
internal sealed class QueueReporter(IStagingStorage storage, bool failures, bool successes, bool toQueue) : IQueuedReporter
{
    private Uri? _table;
    private string _partition = "";
    private string _row = "";

    public static QueueReporter Of(JsonElement message, IStagingStorage storage)
    {
        string level = SourceProperties.Text(message, "ReportLevel") ?? "0";
        string method = SourceProperties.Text(message, "ReportMethod") ?? "0";
        bool isNone = level is "1" or "None";
        QueueReporter reporter = new(
            storage, !isNone, level is "2" or "FailuresAndSuccesses", method is "0" or "Queue" or "2" or "QueueAndTable");
        JsonElement? entity = SourceProperties.Find(message, "IngestionStatusInTable");
        if (!isNone && method is not ("0" or "Queue")
            && Uri.TryCreate(SourceProperties.Text(entity, "TableConnectionString"), UriKind.Absolute, out Uri? table))
        {
            reporter._table = table;
            reporter._partition = SourceProperties.Text(entity, "PartitionKey") ?? "";
            reporter._row = SourceProperties.Text(entity, "RowKey") ?? "";
        }

        return reporter;
    }

    public async ValueTask SucceededAsync(QueuedBlob blob, Guid operationId, bool wasThere, DateTime now)
    {
        await MergeAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Status"] = wasThere ? "Skipped" : "Succeeded",
            ["OperationId"] = operationId.ToString(),
            ["UpdatedOn"] = InstantText.Format(now),
        }).ConfigureAwait(false);
        if (successes && toQueue)
        {
            await PutAsync(StagingReport.Succeeded, blob, operationId, json => json.WriteString("SucceededOn", InstantText.Format(now)))
                .ConfigureAwait(false);
        }
    }

    public async ValueTask FailedAsync(QueuedBlob blob, LocalIngestionFailure failure, bool isPermanent)
    {
        string kind = isPermanent ? "Permanent" : "Transient";
        await MergeAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Status"] = "Failed",
            ["OperationId"] = failure.OperationId.ToString(),
            ["UpdatedOn"] = InstantText.Format(failure.FailedOn),
            ["ErrorCode"] = failure.ErrorCode,
            ["FailureStatus"] = kind,
            ["Details"] = failure.Details,
            ["OriginatesFromUpdatePolicy"] = "false",
        }).ConfigureAwait(false);
        if (failures && toQueue)
        {
            await PutAsync(StagingReport.Failed, blob, failure.OperationId, json =>
            {
                json.WriteString("FailedOn", InstantText.Format(failure.FailedOn));
                json.WriteString("Details", failure.Details);
                json.WriteString("ErrorCode", failure.ErrorCode);
                json.WriteString("FailureStatus", kind);
                json.WriteBoolean("OriginatesFromUpdatePolicy", value: false);
                json.WriteBoolean("ShouldRetry", !isPermanent);
            }).ConfigureAwait(false);
        }
    }

    private ValueTask MergeAsync(Dictionary<string, string?> properties) => _table is null
        ? ValueTask.CompletedTask
        : storage.MergeStatusAsync(_table, _partition, _row, properties, CancellationToken.None);

    private ValueTask PutAsync(StagingReport report, QueuedBlob blob, Guid operationId, Action<Utf8JsonWriter> more)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString("OperationId", operationId);
            json.WriteString("Database", blob.Database);
            json.WriteString("Table", blob.Table);
            json.WriteString("IngestionSourceId", blob.SourceId);
            json.WriteString("IngestionSourcePath", blob.Path);
            json.WriteString("RootActivityId", operationId);
            more(json);
            json.WriteEndObject();
        }

        return storage.PutReportAsync(report, Convert.ToBase64String(bytes.WrittenSpan), CancellationToken.None);
    }
}
