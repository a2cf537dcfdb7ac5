using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>The most memory that an ingestion ever takes, measured in a process that does nothing else.</summary>
internal sealed record PeakMemory(double IdleMegabytes, double PeakMegabytes, double PeakHeapMegabytes, double NanosecondsPerRow)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Measures in a process of its own.</summary>
    public static PeakMemory Of(Uri server, string shape, long rows, int inFlight) =>
        JsonSerializer.Deserialize<PeakMemory>(BenchmarkProcess.Run(
            "whole-peak",
            server.AbsoluteUri,
            shape,
            rows.ToString(CultureInfo.InvariantCulture),
            inFlight.ToString(CultureInfo.InvariantCulture)))!;

    /// <summary>What that process does.</summary>
    public static async Task RunAsync(string server, string shape, string rows, string inFlight)
    {
        long count = long.Parse(rows, CultureInfo.InvariantCulture);
        int batches = int.Parse(inFlight, CultureInfo.InvariantCulture);
        const int Distinct = 2000;
        PeakMemory measured = shape == "storm"
            ? await MeasureAsync(new Uri(server), SomeRows.StormEvents(Distinct), count, batches)
            : await MeasureAsync(new Uri(server), SomeRows.Telemetry(Distinct), count, batches);
        Console.WriteLine(JsonSerializer.Serialize(measured));
    }

    private static async Task<PeakMemory> MeasureAsync<TRow>(Uri server, TRow[] rows, long count, int inFlight)
        where TRow : IKustoRow<TRow>
    {
        await using TypedUpload upload = new(server, inFlight);
        await upload.SendAsync(rows);
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        double idle = process.WorkingSet64 / Megabyte;
        long heap = 0;
        long start = Stopwatch.GetTimestamp();
        await upload.SendAsync(Watched());
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / count;
        process.Refresh();
        return new PeakMemory(idle, process.PeakWorkingSet64 / Megabyte, heap / Megabyte, nanoseconds);

        IEnumerable<TRow> Watched()
        {
            long number = 0;
            foreach (TRow row in Repeated.Sequence(rows, count))
            {
                if (number++ % 10_000 == 0)
                {
                    heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
                }

                yield return row;
            }
        }
    }
}
