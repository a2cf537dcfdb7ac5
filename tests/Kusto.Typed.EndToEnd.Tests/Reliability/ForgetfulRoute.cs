using Kusto.Typed.Connection;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Ingestion.Streaming;

namespace Kusto.Typed.EndToEnd.Tests.Reliability;

/// <summary>A defect planted on purpose: a route that sends each batch once and takes whatever comes for success.</summary>
internal sealed class ForgetfulRoute(KustoConnection kusto) : IBatchRoute
{
    public IngestRoute Route => IngestRoute.Streaming;

    public BatchLimit Limit { get; } = new(1_000, 1_000, nameof(KustoIngestOptions.MaxStreamingBatchBytes));

    public async Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken)
    {
        Delivery delivery = new(batch.Identity, Route);
        KustoRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = $"v1/rest/ingest/Samples/Measurements?streamFormat=csv&mappingName={MatrixCell.Target.MappingName}",
            Content = new CsvBatchContent(batch),
            ClientRequestId = delivery.BeginAttempt("planted"),
        };
        try
        {
            using KustoResponse response = await kusto.SendAsync(request, cancellationToken);
        }
        catch (KustoServiceException)
        {
            // Here a retry belongs.
        }

        delivery.Accepted();
        return delivery.Receipt();
    }
}
