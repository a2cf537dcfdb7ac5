using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Ingestion.Queued;
using Kusto.Typed.Local.Staging;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Values;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>Queued ingestion by REST: configuration, submissions, and what became of them.</summary>
internal sealed class QueuedEndpoint(ClusterStore cluster, DataManagement management)
{
    private const int MaxBlobs = 20;
    private const long MaxDataSize = 6L * 1024 * 1024 * 1024;
    private const string Prefix = "/v1/rest/ingestion/";

    /// <summary>What a path of it asks for; null: it is no path of it.</summary>
    public static LocalRequestKind? KindOf(HttpRequest request)
    {
        string path = request.Path.Value ?? "";
        return !path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? null
            : HttpMethods.IsPost(request.Method) ? LocalRequestKind.Submit
            : path.TrimEnd('/').EndsWith("/configuration", StringComparison.OrdinalIgnoreCase) ? LocalRequestKind.Configuration
            : LocalRequestKind.Status;
    }

    public async Task ServeAsync(HttpContext context, LocalRequestKind kind, FaultedRequest fault)
    {
        if (!cluster.Options.QueuedProtocols.HasFlag(LocalQueuedProtocols.Rest))
        {
            throw Refusal.PathNotFound(context.Request.Method, context.Request.Path);
        }

        await fault.BeforeBodyAsync().ConfigureAwait(false);
        string[] parts = (context.Request.Path.Value ?? "")[Prefix.Length..].TrimEnd('/').Split('/');
        Action<Utf8JsonWriter> answer = (kind, parts) switch
        {
            (LocalRequestKind.Configuration, ["configuration"]) => Configuration(
                await management.Storage.ResourcesAsync(context.RequestAborted).ConfigureAwait(false)),
            (LocalRequestKind.Submit, ["queued", { Length: > 0 } database, { Length: > 0 } table]) =>
                Submit(await ReadAsync(context).ConfigureAwait(false), database, table, fault),
            (LocalRequestKind.Status, ["queued", { Length: > 0 }, { Length: > 0 }, { Length: > 0 } id]) =>
                Status(id, SourceProperties.IsTrue(JsonSerializer.SerializeToElement(context.Request.Query["details"].ToString()))),
            _ => throw Refusal.PathNotFound(context.Request.Method, context.Request.Path),
        };
        fault.BeforeAnswer();
        JsonAnswer json = new(context);
        await using (json.ConfigureAwait(false))
        {
            json.Json.WriteStartObject();
            answer(json.Json);
            json.Json.WriteEndObject();
        }
    }

    private Action<Utf8JsonWriter> Configuration(StagingResources resources) => json =>
    {
        json.WriteStartObject("containerSettings");
        json.WriteStartArray("containers");
        foreach (Uri container in resources.Containers)
        {
            json.WriteStartObject();
            json.WriteString("path", container.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("lakeFolders");
        json.WriteEndArray();
        json.WriteString("refreshInterval", "01:00:00");
        json.WriteString("preferredUploadMethod", "Storage");
        json.WriteEndObject();
        json.WriteStartObject("ingestionSettings");
        json.WriteNumber("maxBlobsPerBatch", MaxBlobs);
        json.WriteNumber("maxDataSize", MaxDataSize);
        json.WriteString("preferredIngestionMethod", "REST");
        json.WriteEndObject();
    };

    private Action<Utf8JsonWriter> Submit(JsonElement body, string databaseName, string table, FaultedRequest fault)
    {
        fault.AfterBody();
        DatabaseStore database = cluster.Require(databaseName);
        _ = database.Find(table) ?? throw Refusal.BadFormat(
            "BadRequest_TableNotExist", $"The database '{database.Name}' has no table '{table}'. Names are case-sensitive.");
        JsonElement properties = SourceProperties.Find(body, "properties") ?? throw Refusal.Invalid("The submission has no properties.");
        QueuedSourceFormat format = QueuedFormats.Of(properties);
        if (string.IsNullOrEmpty(format.Name))
        {
            throw Refusal.Invalid("The properties name no format.");
        }

        IngestionOperation operation = management.BeginOperation();
        QueuedBlob[] blobs = [.. Blobs(body).Select(blob => Blob(blob, database.Name, table, format, properties, operation))];
        if (blobs.Length is 0 or > MaxBlobs || blobs.DistinctBy(static blob => blob.Path).Count() != blobs.Length)
        {
            throw Refusal.Invalid($"The submission has {blobs.Length} blobs; it takes 1 to {MaxBlobs}, each once.");
        }

        foreach (QueuedBlob blob in blobs)
        {
            operation.Add(blob.SourceId, blob.Path);
        }

        foreach (QueuedBlob blob in blobs)
        {
            management.Add(blob);
        }

        bool tracks = SourceProperties.IsTrue(SourceProperties.Find(properties, "enableTracking"));
        return json => json.WriteString("ingestionOperationId", tracks ? operation.Id.ToString() : "");
    }

    private static IEnumerable<JsonElement> Blobs(JsonElement body) =>
        SourceProperties.Find(body, "blobs") is { ValueKind: JsonValueKind.Array } blobs ? blobs.EnumerateArray() : [];

    private static QueuedBlob Blob(
        JsonElement blob,
        string database,
        string table,
        QueuedSourceFormat format,
        JsonElement properties,
        IngestionOperation operation) => new()
        {
            SourceId = Guid.TryParse(SourceProperties.Text(blob, "sourceId"), out Guid id) ? id : Guid.NewGuid(),
            Database = database,
            Table = table,
            Blob = Uri.TryCreate(SourceProperties.Text(blob, "url"), UriKind.Absolute, out Uri? address)
            ? address
            : throw Refusal.BadFormat("BadRequest_InvalidBlobUri", "A blob of the submission has no absolute url."),
            RawSize = long.TryParse(SourceProperties.Text(blob, "rawSize"), CultureInfo.InvariantCulture, out long size) ? size : null,
            Format = format,
            FlushesImmediately = SourceProperties.IsTrue(SourceProperties.Find(properties, "skipBatching")),
            DeletesBlob = SourceProperties.IsTrue(SourceProperties.Find(properties, "deleteAfterDownload")),
            Reporter = operation,
        };

    private Action<Utf8JsonWriter> Status(string id, bool withDetails)
    {
        IngestionOperation operation = (Guid.TryParse(id, out Guid guid) ? management.FindOperation(guid) : null)
            ?? throw Refusal.OperationNotFound(id);
        return json =>
        {
            IReadOnlyList<OperationDetail> details = operation.Details;
            json.WriteString("startTime", InstantText.Format(operation.StartedOn));
            json.WriteString("lastUpdated", InstantText.Format(details.Max(static detail => detail.LastUpdatedOn)));
            json.WriteStartObject("status");
            foreach (string status in (ReadOnlySpan<string>)["Succeeded", "Failed", "InProgress", "Canceled"])
            {
                json.WriteNumber(
                    JsonNamingPolicy.CamelCase.ConvertName(status), details.Count(detail => detail.Status == status));
            }

            json.WriteEndObject();
            if (withDetails)
            {
                json.WriteStartArray("details");
                foreach (OperationDetail detail in details)
                {
                    Write(json, detail);
                }

                json.WriteEndArray();
            }
        };
    }

    // The documentation and the service's own client spell the times differently: both are there.
    private static void Write(Utf8JsonWriter json, OperationDetail detail)
    {
        json.WriteStartObject();
        json.WriteString("sourceId", detail.SourceId);
        json.WriteString("url", detail.Path);
        json.WriteString("status", detail.Status);
        json.WriteString("startTime", InstantText.Format(detail.StartedOn));
        json.WriteString("startedAt", InstantText.Format(detail.StartedOn));
        json.WriteString("lastUpdated", InstantText.Format(detail.LastUpdatedOn));
        json.WriteString("lastUpdateTime", InstantText.Format(detail.LastUpdatedOn));
        json.WriteString("errorCode", detail.ErrorCode);
        json.WriteString("failureStatus", detail.FailureStatus);
        json.WriteString("details", detail.Details);
        json.WriteEndObject();
    }

    private static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        try
        {
            using JsonDocument body = await JsonDocument
                .ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            return body.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Refusal.Invalid("The body of the submission is no JSON.");
        }
    }
}
