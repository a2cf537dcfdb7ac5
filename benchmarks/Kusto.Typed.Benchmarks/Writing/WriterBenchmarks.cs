using BenchmarkDotNet.Attributes;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>2,000 rows to CSV bytes.</summary>
[MemoryDiagnoser]
public class WriterBenchmarks
{
    private readonly StormEvent[] _storms = SomeRows.StormEvents(2000);
    private readonly Telemetry[] _telemetry = SomeRows.Telemetry(2000);
    private readonly CountingStream _output = new();

    [Benchmark(Baseline = true)]
    public void StormEventKustoTyped() => Contenders.WriteOurs(_storms, _output);

    [Benchmark]
    public void StormEventCsvHelper() => Contenders.WriteCsvHelper(_storms, _output);

    [Benchmark]
    public void TelemetryKustoTyped() => Contenders.WriteOurs(_telemetry, _output);

    [Benchmark]
    public void TelemetryCsvHelper() => Contenders.WriteCsvHelper(_telemetry, _output);
}
