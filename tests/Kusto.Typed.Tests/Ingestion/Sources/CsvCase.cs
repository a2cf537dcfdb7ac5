using System.IO.Compression;
using System.Text;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>Ingests CSV text into a service that takes all of it, and keeps what arrived.</summary>
internal sealed class CsvCase
{
    private readonly List<string> _arrived = [];

    /// <summary>The CSV that arrived, all batches of it.</summary>
    public string Arrived => string.Concat(_arrived);

    public static Task<CsvIngestResult> IngestAsync<TRow>(string csv, KustoCsvSourceOptions? options = null)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        new CsvCase().RunAsync<TRow>(new MemoryStream(Encoding.UTF8.GetBytes(csv)), options);

    /// <summary>Fails to ingest CSV text of which nothing may have arrived.</summary>
    public static async Task<KustoSourceException> RefusedAsync<TRow>(string csv, KustoCsvSourceOptions? options = null)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        CsvCase its = new();
        KustoSourceException refusal = await Assert.ThrowsAsync<KustoSourceException>(
            () => its.RunAsync<TRow>(new MemoryStream(Encoding.UTF8.GetBytes(csv)), options));
        its.Arrived.ShouldBe("");
        return refusal;
    }

    public Task<CsvIngestResult> RunAsync<TRow>(
        Stream stream, KustoCsvSourceOptions? options = null, int batchBytes = 4_000_000)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        RunAsync(ingestor => ingestor.IngestCsvAsync<TRow>(stream, options), batchBytes);

    public Task<CsvIngestResult> RunAsync<TRow>(string path, KustoCsvSourceOptions? options = null)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        RunAsync(ingestor => ingestor.IngestCsvAsync<TRow>(path, options));

    public async Task<TResult> RunAsync<TResult>(Func<KustoIngestor, Task<TResult>> ingest, int batchBytes = 4_000_000)
    {
        FakeService service = new();
        for (int batch = 0; batch < 1000; batch++)
        {
            service.Answers(Accept);
        }

        KustoIngestOptions options = new()
        {
            Route = IngestRoute.Streaming,
            Compression = KustoCompression.None,
            MaxBatchesInFlight = 1,
            MaxStreamingBatchBytes = batchBytes,
        };
        await using KustoConnection kusto = service.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", options);
        return await ingest(ingestor);
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private HttpResponseMessage Accept(FakeService.Asked asked)
    {
        lock (_arrived)
        {
            _arrived.Add(asked.Text);
        }

        int records = Csv.PlainCsv.Split(asked.Body).Count;
        return new HttpResponseMessage
        {
            Content = new StringContent(V1.Table(["ConsumedRecordsCount"], [$"{records}"])),
        };
    }
}
