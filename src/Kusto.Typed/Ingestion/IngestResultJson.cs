using System.Buffers;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion;

/// <summary>A result as JSON: all that another process needs to wait, and no key.</summary>
internal static class IngestResultJson
{
    private const int Version = 1;

    public static string Write(IngestResult result, Uri? cluster)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("cluster", cluster?.AbsoluteUri);
            json.WriteString("database", result.Database);
            json.WriteString("table", result.Table);
            json.WriteNumber("rowsSkipped", result.RowsSkipped);
            json.WriteStartArray("batches");
            foreach (BatchReceipt batch in result.Batches)
            {
                Write(json, batch);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <exception cref="ArgumentException">The text is no result, or one of another cluster.</exception>
    public static IngestResult Read(KustoConnection connection, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Read(connection, document.RootElement);
        }
        catch (Exception exception) when (exception
            is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ArgumentException(
                $"The text is no ingestion result; pass what {nameof(IngestResult)}.{nameof(IngestResult.ToJson)} returned.",
                "json",
                exception);
        }
    }

    private static IngestResult Read(KustoConnection connection, JsonElement json)
    {
        int version = json.GetProperty("version").GetInt32();
        if (version != Version)
        {
            throw new ArgumentException(
                $"The result has version {version} and this version of the library reads {Version}.", nameof(json));
        }

        string? cluster = json.GetProperty("cluster").GetString();
        if (cluster is not null && new Uri(cluster) != connection.EngineUri)
        {
            throw new ArgumentException(
                $"The result is one of {new Uri(cluster).Host} and the connection goes to {connection.EngineUri.Host}.", nameof(json));
        }

        string database = json.GetProperty("database").GetString()!;
        string table = json.GetProperty("table").GetString()!;
        QueuedService service = new(connection, QueuedProtocol.Auto);
        return new IngestResult(
            database,
            table,
            [.. json.GetProperty("batches").EnumerateArray().Select(ReadBatch)],
            TimeSpan.Zero,
            new IngestionFollower(connection, service, database, table),
            Number(json, "rowsSkipped"));
    }

    private static void Write(Utf8JsonWriter json, BatchReceipt batch)
    {
        json.WriteStartObject();
        json.WriteString("sourceId", batch.SourceId);
        json.WriteNumber("firstRowIndex", batch.FirstRowIndex);
        json.WriteNumber("rowCount", batch.RowCount);
        json.WriteNumber("valuesReplaced", batch.ValuesReplaced);
        json.WriteNumber("rawBytes", batch.RawBytes);
        json.WriteNumber("compressedBytes", batch.CompressedBytes);
        json.WriteString("route", batch.Route.ToString());
        json.WriteString("fallback", batch.Fallback.ToString());
        json.WriteString("fallbackDetail", batch.FallbackDetail);
        json.WriteString("outcome", batch.Outcome.ToString());
        json.WriteString("status", batch.Status.ToString());
        json.WriteNumber("attempts", batch.Attempts);
        json.WriteBoolean("mayBeDuplicated", batch.MayBeDuplicated);
        json.WriteBoolean("mayBeSkipped", batch.MayBeSkipped);
        json.WriteString("reason", batch.Reason);
        json.WriteString("clientRequestId", batch.ClientRequestId);
        json.WriteString("errorCode", batch.ErrorCode);
        json.WriteString("operationId", batch.OperationId);
        if (batch.Tracking is { } tracking)
        {
            json.WriteStartObject("tracking");
            json.WriteString("kind", tracking.Kind.ToString());
            json.WriteString("operationId", tracking.OperationId);
            json.WriteString("statusTable", tracking.StatusTable?.GetLeftPart(UriPartial.Path));
            json.WriteString("rowKey", tracking.RowKey);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static BatchReceipt ReadBatch(JsonElement json) => new()
    {
        SourceId = json.GetProperty("sourceId").GetGuid(),
        FirstRowIndex = json.GetProperty("firstRowIndex").GetInt64(),
        RowCount = json.GetProperty("rowCount").GetInt32(),
        ValuesReplaced = Number(json, "valuesReplaced"),
        RawBytes = json.GetProperty("rawBytes").GetInt64(),
        CompressedBytes = json.GetProperty("compressedBytes").GetInt64(),
        Route = Member<IngestRoute>(json, "route"),
        Fallback = Member<FallbackReason>(json, "fallback"),
        FallbackDetail = json.GetProperty("fallbackDetail").GetString(),
        Outcome = Member<BatchOutcome>(json, "outcome"),
        Status = Member<BatchStatus>(json, "status"),
        Attempts = json.GetProperty("attempts").GetInt32(),
        MayBeDuplicated = json.GetProperty("mayBeDuplicated").GetBoolean(),
        MayBeSkipped = json.GetProperty("mayBeSkipped").GetBoolean(),
        Reason = json.GetProperty("reason").GetString(),
        ClientRequestId = json.GetProperty("clientRequestId").GetString(),
        ErrorCode = json.GetProperty("errorCode").GetString(),
        OperationId = json.GetProperty("operationId").GetString(),
        Tracking = json.TryGetProperty("tracking", out JsonElement tracking) ? ReadTracking(tracking) : null,
    };

    private static BatchTracking ReadTracking(JsonElement json) => Member<TrackingKind>(json, "kind") switch
    {
        TrackingKind.Operation => BatchTracking.Operation(json.GetProperty("operationId").GetString()!),
        TrackingKind.StatusTable => BatchTracking.Table(
            new Uri(json.GetProperty("statusTable").GetString()!), json.GetProperty("rowKey").GetString()!),
        _ => BatchTracking.Queues(),
    };

    // A number that results of this version did not always have.
    private static long Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement number) ? number.GetInt64() : 0;

    private static TEnum Member<TEnum>(JsonElement json, string name)
        where TEnum : struct, Enum =>
        Enum.TryParse(json.GetProperty(name).GetString(), out TEnum value)
            ? value
            : throw new FormatException($"'{name}' is none of {typeof(TEnum).Name}.");
}
