using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion;

/// <summary>Ingests readings into a fake cluster.</summary>
internal static class Ingesting
{
    public static async Task<IngestResult> IngestAsync(
        this FakeCluster cluster,
        IEnumerable<Reading> rows,
        KustoIngestOptions? options = null,
        IngestProperties? properties = null,
        TimeProvider? clock = null,
        KustoRetryOptions? retry = null)
    {
        await using KustoConnection kusto = cluster.Connect(clock, retry);
        await using KustoIngestor ingestor = new(kusto, "Samples", options);
        return await ingestor.IngestAsync(rows, properties: properties);
    }

    public static Task<KustoIngestException> FailureAsync(
        this FakeCluster cluster,
        IEnumerable<Reading> rows,
        KustoIngestOptions? options = null,
        IngestProperties? properties = null,
        KustoRetryOptions? retry = null) =>
        Assert.ThrowsAsync<KustoIngestException>(() => cluster.IngestAsync(rows, options, properties, retry: retry));

    public static BatchReceipt Only(this IngestResult result) => result.Batches.ShouldHaveSingleItem();
}
