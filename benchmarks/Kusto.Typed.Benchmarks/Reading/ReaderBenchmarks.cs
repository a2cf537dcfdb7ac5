using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Kusto.Typed.Benchmarks.Reading;

/// <summary>2,000 StormEvents from CSV, and from the answer to a query.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private readonly byte[] _csv;
    private readonly byte[] _objects;
    private readonly KustoConnection _kusto;

    public ReaderBenchmarks()
    {
        StormEvent[] rows = SomeRows.StormEvents(2000);
        _csv = ReadComparison.Csv(rows);
        _objects = JsonSerializer.SerializeToUtf8Bytes([.. rows], ReadJson.Default.ListStormEvent);
        CannedAnswer engine = CannedAnswer.Of(KustoCsv.Table<StormEvent>(), _objects);
        _kusto = new KustoConnection("http://localhost:8080", new KustoConnectionOptions { MessageHandler = engine });
    }

    [GlobalCleanup]
    public void Close() => _kusto.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public long CsvKustoTyped() => Readers.KustoTyped<StormEvent>(_csv);

    [Benchmark]
    public long CsvCsvHelper() => Readers.CsvHelper<StormEvent>(_csv);

    [Benchmark]
    public long QueryKustoTyped() => Readers.KustoTyped<StormEvent>(_kusto);

    [Benchmark]
    public long QueryJson() => Readers.Json(_objects, ReadJson.Default.ListStormEvent);
}
