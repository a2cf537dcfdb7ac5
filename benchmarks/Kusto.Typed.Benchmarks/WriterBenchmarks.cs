using BenchmarkDotNet.Attributes;

namespace Kusto.Typed.Benchmarks;

/// <summary>2,000 rows to CSV bytes.</summary>
[MemoryDiagnoser]
public class WriterBenchmarks
{
    private readonly StormEvent[] _storms = SomeRows.StormEvents(2000);
    private readonly Telemetry[] _telemetry = SomeRows.Telemetry(2000);

    [Benchmark(Baseline = true)]
    public long StormEventKustoTyped() => Contenders.KustoTyped(_storms);

    [Benchmark]
    public long StormEventCsvHelper() => Contenders.CsvHelper(_storms);

    [Benchmark]
    public long StormEventJoin() => Contenders.Join(_storms);

    [Benchmark]
    public long TelemetryKustoTyped() => Contenders.KustoTyped(_telemetry);

    [Benchmark]
    public long TelemetryCsvHelper() => Contenders.CsvHelper(_telemetry);

    [Benchmark]
    public long TelemetryJoin() => Contenders.Join(_telemetry);
}
