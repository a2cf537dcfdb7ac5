namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>The library: rows in, streaming batches out.</summary>
internal sealed class TypedUpload : IAsyncDisposable
{
    private readonly KustoConnection _kusto;
    private readonly KustoIngestor _ingestor;

    public TypedUpload(Uri server, int? inFlight = null)
    {
        KustoIngestOptions options = new() { Route = IngestRoute.Streaming };
        _kusto = new KustoConnection(server.AbsoluteUri);
        _ingestor = new KustoIngestor(
            _kusto, "Samples", options with { MaxBatchesInFlight = inFlight ?? options.MaxBatchesInFlight });
    }

    /// <returns>The bytes before compression.</returns>
    public async Task<long> SendAsync<TRow>(IEnumerable<TRow> rows)
        where TRow : IKustoRow<TRow> => (await _ingestor.IngestAsync(rows)).RawBytes;

    public async ValueTask DisposeAsync()
    {
        await _ingestor.DisposeAsync();
        await _kusto.DisposeAsync();
    }
}
