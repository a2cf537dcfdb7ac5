using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Streaming;

/// <summary>Posts a batch to the engine, which has its rows durable when it answers.</summary>
internal sealed class StreamingSender(KustoConnection connection, IngestTarget target)
{
    private const string RequestKind = "KTC.executeStreamingIngest";

    /// <summary>Posts until the batch is accepted or there is no sense in another attempt.</summary>
    /// <returns>What the last attempt failed with; null: it did not.</returns>
    public Task<KustoServiceException?> SendAsync(
        CsvBatch batch, Delivery delivery, CancellationToken cancellationToken) =>
        Attempts.RepeatAsync(
            connection.Retry, () => TryPostAsync(batch, delivery, cancellationToken), cancellationToken);

    private async Task<KustoServiceException?> TryPostAsync(
        CsvBatch batch, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            KustoRequest request = Request(batch, delivery.BeginAttempt(RequestKind));
            using KustoResponse response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            KustoCommandResult answer =
                await CommandResultReader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            Take(answer, batch, delivery);
            return null;
        }
        catch (KustoServiceException failure)
        {
            delivery.Failed(failure, StreamingFailure.Advice(failure, target));
            return failure;
        }
    }

    // How many records the service counted must be how many were sent.
    private static void Take(KustoCommandResult answer, CsvBatch batch, Delivery delivery)
    {
        long? consumed = answer.Columns.Contains("ConsumedRecordsCount", StringComparer.Ordinal) && answer.Rows is [var row]
            ? row.GetInt64("ConsumedRecordsCount")
            : null;
        if (consumed is { } records && records != batch.Rows.RowCount)
        {
            delivery.Miscounted(records);
        }
        else
        {
            delivery.Accepted();
        }
    }

    private KustoRequest Request(CsvBatch batch, string clientRequestId) => new()
    {
        Method = HttpMethod.Post,
        Path = $"v1/rest/ingest/{KustoRequest.PathOf(target.Database, target.Table)}"
            + $"?streamFormat=csv&mappingName={Uri.EscapeDataString(target.MappingName)}",
        Content = new CsvBatchContent(batch),
        ClientRequestId = clientRequestId,
    };
}
