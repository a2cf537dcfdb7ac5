using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Streaming;

/// <summary>Posts a batch to the engine, which has its rows durable when it answers.</summary>
internal sealed class StreamingRoute(KustoConnection connection, IngestTarget target, long maxBatchBytes) : IBatchRoute
{
    private const string RequestKind = "KTC.executeStreamingIngest";

    public long MaxBatchBytes => maxBatchBytes;

    public async Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken)
    {
        Delivery delivery = new(batch, IngestRoute.Streaming);
        try
        {
            while (!await TryPostAsync(batch, delivery, cancellationToken).ConfigureAwait(false))
            {
            }
        }
        catch (Exception exception)
        {
            delivery.Broke(exception, cancellationToken.IsCancellationRequested);
        }

        return delivery.Receipt();
    }

    /// <returns>True where the batch needs no other attempt, or gets none.</returns>
    private async Task<bool> TryPostAsync(CsvBatch batch, Delivery delivery, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan? delay;
        try
        {
            KustoRequest request = Request(batch, delivery.BeginAttempt(RequestKind));
            using KustoResponse response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            KustoCommandResult answer =
                await CommandResultReader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            delivery.Answered(answer);
            return true;
        }
        catch (KustoServiceException failure)
        {
            delivery.Failed(failure, StreamingFailure.Advice(failure, target));

            // After an answer of success that cannot be read the rows are most likely there: they are not sent again.
            delay = failure.Status == 200 ? null : connection.Retry.DelayAfter(delivery.Attempts, failure);
        }

        if (delay is { } wait)
        {
            await connection.Retry.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        return delay is null;
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
