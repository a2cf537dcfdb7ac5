using BenchmarkDotNet.Attributes;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>2,000 rows to bytes, by each of the ways that <c>compare</c> compares.</summary>
[MemoryDiagnoser]
public class WriterBenchmarks
{
    private readonly StormEvent[] _storms = SomeRows.StormEvents(2000);
    private readonly Telemetry[] _telemetry = SomeRows.Telemetry(2000);
    private readonly CountingStream _output = new();
    private Action<StormEvent[], Stream> _writeStorms = Contenders.WriteOurs;
    private Action<Telemetry[], Stream> _writeTelemetry = Contenders.WriteOurs;

    /// <summary>Who writes.</summary>
    [ParamsSource(nameof(Writers))]
    public string Writer { get; set; } = Keys.Ours;

    /// <summary>All who can.</summary>
    public static IEnumerable<string> Writers => Contenders.Storms.Select(writer => writer.Key);

    [GlobalSetup]
    public void Choose()
    {
        _writeStorms = Contenders.Storms.Single(writer => writer.Key == Writer).Write;
        _writeTelemetry = Contenders.Telemetry.Single(writer => writer.Key == Writer).Write;
    }

    [Benchmark]
    public void StormEvents() => _writeStorms(_storms, _output);

    [Benchmark]
    public void Telemetry() => _writeTelemetry(_telemetry, _output);
}
