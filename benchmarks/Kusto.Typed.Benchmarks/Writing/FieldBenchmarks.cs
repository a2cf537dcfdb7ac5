using BenchmarkDotNet.Attributes;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>A thousand fields of one kind, by the writer alone.</summary>
public class FieldBenchmarks
{
    private const int Fields = 1000;
    private const int Reserved = 4096;
    private readonly StormEvent[] _storms = SomeRows.StormEvents(Fields);
    private readonly Telemetry[] _telemetry = SomeRows.Telemetry(Fields);
    private readonly CsvBuffer _buffer = new(StormEventTable.Schema);

    private delegate void Field<TRow>(ref KustoCsvWriter csv, TRow row);

    [GlobalCleanup]
    public void Return() => _buffer.Dispose();

    [Benchmark(OperationsPerInvoke = Fields)]
    public void Int() => Write(_storms, static (ref csv, row) => csv.WriteInt(row.EventId));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void Real() => Write(_telemetry, static (ref csv, row) => csv.WriteReal(row.Value));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void DateTimeToTheTick() => Write(_telemetry, static (ref csv, row) => csv.WriteDateTime(row.At));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void DateTimeToTheSecond() => Write(_storms, static (ref csv, row) => csv.WriteDateTime(row.StartTime));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void Guid() => Write(_telemetry, static (ref csv, row) => csv.WriteGuid(row.Device));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void ShortString() => Write(_storms, static (ref csv, row) => csv.WriteString(row.EventType));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void Narrative() => Write(_storms, static (ref csv, row) => csv.WriteString(row.EpisodeNarrative));

    [Benchmark(OperationsPerInvoke = Fields)]
    public void JsonText() => Write(_storms, static (ref csv, row) => csv.WriteString(row.StormSummary));

    private void Write<TRow>(TRow[] rows, Field<TRow> field)
    {
        KustoCsvWriter csv = new(_buffer);
        foreach (TRow row in rows)
        {
            csv.BeginRecord(Reserved);
            field(ref csv, row);
            csv.Rollback();
        }
    }
}
