using System.Text.Json;
using Kusto.Typed.Connection;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Status;

/// <summary>Asks for the operations that submissions by REST began.</summary>
internal sealed class OperationReader(KustoConnection connection, string database, string table) : IStatusReader
{
    public async Task<IReadOnlyList<BatchReceipt>> ReadAsync(
        IReadOnlyList<BatchReceipt> pending, CancellationToken cancellationToken)
    {
        List<BatchReceipt> known = [];
        foreach (BatchReceipt batch in pending)
        {
            if (await ReadAsync(batch, cancellationToken).ConfigureAwait(false) is { } found)
            {
                known.Add(found);
            }
        }

        return known;
    }

    private async Task<BatchReceipt?> ReadAsync(BatchReceipt batch, CancellationToken cancellationToken)
    {
        string operation = batch.Tracking!.OperationId!; // batches of operations have one
        KustoRequest request = new()
        {
            Method = HttpMethod.Get,
            Endpoint = KustoEndpoint.Ingest,
            Path = $"v1/rest/ingestion/queued/{KustoRequest.PathOf(database, table, operation)}?details=true",
            RequestKind = "KTC.ingestionStatus",
            Timeout = TimeSpan.FromMinutes(1),
        };
        try
        {
            using KustoResponse response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            using JsonDocument answer =
                await JsonDocument.ParseAsync(response.Content, default, cancellationToken).ConfigureAwait(false);
            return Read(batch, answer.RootElement);
        }
        catch (KustoServiceException failure) when (!failure.IsPermanent)
        {
            return null;
        }
        catch (JsonException)
        {
            return null; // cut off: the next look tells
        }
    }

    private static BatchReceipt? Read(BatchReceipt batch, JsonElement answer)
    {
        JsonElement[] details = JsonMember.Find(answer, "details") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray()]
            : [];
        JsonElement own = Array.Find(
            details,
            detail => Guid.TryParse(JsonMember.Text(detail, "sourceId"), out Guid id) && id == batch.SourceId);
        return own.ValueKind == JsonValueKind.Object
            ? ReportedStatus.Apply(batch, own)
            : Counted(JsonMember.Find(answer, "status")) is { } status ? ReportedStatus.Apply(batch, status, answer) : null;
    }

    // An operation of ours has one blob, so that its counters say it all where there are no details.
    private static BatchStatus? Counted(JsonElement? counters) =>
        JsonMember.Number(counters, "failed") > 0 ? BatchStatus.Failed
        : JsonMember.Number(counters, "canceled") > 0 ? BatchStatus.Canceled
        : JsonMember.Number(counters, "inProgress") > 0 ? null
        : JsonMember.Number(counters, "succeeded") > 0 ? BatchStatus.Succeeded
        : null;
}
