using System.Buffers;
using System.Text.Json;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Hands blobs over by REST: <c>POST /v1/rest/ingestion/queued/{database}/{table}</c>.</summary>
internal sealed class RestProtocol(KustoConnection connection, CachedAnswer<IngestionConfiguration> configuration)
    : IQueuedProtocol
{
    private const string RequestKind = "KTC.executeQueuedIngest";

    public async ValueTask<IReadOnlyList<Uri>> ContainersAsync(bool renew, CancellationToken cancellationToken)
    {
        IngestionConfiguration known = await configuration.GetAsync(renew, cancellationToken).ConfigureAwait(false);
        return known.Containers.Count > 0 ? known.Containers : throw NoContainer(known);
    }

    public async Task SubmitAsync(QueuedSource source, Delivery delivery, CancellationToken cancellationToken)
    {
        if (source.Properties.ReportMethod is { } method)
        {
            throw new KustoTypedException(
                $"{connection.IngestUri.Host} takes submissions by REST, which have no {nameof(ReportMethod)} ({method} was "
                + $"given): leave it null, or set {nameof(KustoIngestOptions)}.{nameof(KustoIngestOptions.QueuedProtocol)} to "
                + $"{nameof(QueuedProtocol.StorageQueue)}.");
        }

        ReadOnlyMemory<byte> body = Body(source, connection.Options.TimeProvider.GetUtcNow());
        await Attempts.RepeatAsync(
            connection.Retry,
            () => TrySubmitAsync(source, body, delivery, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<KustoServiceException?> TrySubmitAsync(
        QueuedSource source, ReadOnlyMemory<byte> body, Delivery delivery, CancellationToken cancellationToken)
    {
        KustoRequest request = new()
        {
            Method = HttpMethod.Post,
            Endpoint = KustoEndpoint.Ingest,
            Path = $"v1/rest/ingestion/queued/{KustoRequest.PathOf(source.Database, source.Table)}",
            Content = new BytesContent(body, BytesContent.Json),
            ClientRequestId = delivery.BeginAttempt(RequestKind),
        };
        try
        {
            using KustoResponse response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            string? operation = await OperationAsync(response, cancellationToken).ConfigureAwait(false);
            delivery.Accepted(string.IsNullOrEmpty(operation) ? null : BatchTracking.Operation(operation));
            return null;
        }
        catch (KustoServiceException failure)
        {
            delivery.Failed(failure);
            return failure;
        }
    }

    private static async Task<string?> OperationAsync(KustoResponse response, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument answer =
                await JsonDocument.ParseAsync(response.Content, default, cancellationToken).ConfigureAwait(false);
            return JsonMember.Text(answer.RootElement, "ingestionOperationId");
        }
        catch (JsonException exception)
        {
            throw ServiceFailure.BrokenAnswer(
                "The answer to the submission is cut off or no JSON.",
                new RequestIds(response.ClientRequestId, response.ActivityId),
                exception);
        }
    }

    private KustoTypedException NoContainer(IngestionConfiguration known) => new(
        known.IsLakeOnly
            ? $"{connection.IngestUri.Host} stages blobs in OneLake alone, which this version does not write to; have it "
                + $"offer storage containers, or set {nameof(KustoIngestOptions)}.{nameof(KustoIngestOptions.QueuedProtocol)} to "
                + $"{nameof(QueuedProtocol.StorageQueue)}."
            : $"{connection.IngestUri.Host} names no container to stage blobs in (v1/rest/ingestion/configuration).");

    private static ReadOnlyMemory<byte> Body(QueuedSource source, DateTimeOffset now)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", PropertyJson.Instant(now));
            json.WriteStartArray("blobs");
            json.WriteStartObject();
            json.WriteString("url", source.Blob.AbsoluteUri);
            json.WriteString("sourceId", source.SourceId);
            if (source.RawBytes is { } rawBytes)
            {
                json.WriteNumber("rawSize", rawBytes);
            }

            json.WriteEndObject();
            json.WriteEndArray();
            WriteProperties(json, source);
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static void WriteProperties(Utf8JsonWriter json, QueuedSource source)
    {
        json.WriteStartObject("properties");
        PropertyJson.Write(json, source);
        json.WriteBoolean(QueuedPropertyNames.EnableTracking, source.Properties.ReportLevel != ReportLevel.None);
        WriteIfTrue(json, QueuedPropertyNames.SkipBatching, source.Properties.FlushImmediately);
        WriteIfTrue(json, QueuedPropertyNames.DeleteAfterDownload, source.Format.DeletesBlob);
        WriteList(json, QueuedPropertyNames.Tags, source.Properties.TagsOf(source.SourceId));
        WriteList(json, QueuedPropertyNames.IngestIfNotExists, source.Properties.IngestIfNotExistsOf(source.SourceId));
        json.WriteEndObject();
    }

    private static void WriteIfTrue(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WritePropertyName(name);
            PropertyJson.WriteArray(json, values);
        }
    }
}
