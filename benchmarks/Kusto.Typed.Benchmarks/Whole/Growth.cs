using System.Globalization;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>Memory and time a row as rows grow, and as more batches are in flight.</summary>
internal static class Growth
{
    /// <summary>The table of what has grown: rows by shape, number of rows, and batches in flight.</summary>
    public const string Table = "growth";

    public static void Run(bool quick, Results results)
    {
        using DiscardProcess server = new();
        Measure("storm", 1_000_000, 4);
        Measure("storm", quick ? 2_000_000 : 5_000_000, 4);
        if (!quick)
        {
            Measure("storm", 1_000_000, 1);
            Measure("storm", 1_000_000, 2);
            Measure("telemetry", 100_000, 4);
            Measure("telemetry", 1_000_000, 4);
            Measure("telemetry", 10_000_000, 4);
        }

        void Measure(string shape, long rows, int inFlight)
        {
            PeakMemory memory = PeakMemory.Of(server.Uri, shape, rows, inFlight);
            string name = string.Create(CultureInfo.InvariantCulture, $"{shape}, {rows:N0} rows, {inFlight} in flight");
            results.Add(Table, name, "idle", memory.IdleMegabytes);
            results.Add(Table, name, "peak", memory.PeakMegabytes);
            results.Add(Table, name, "heap", memory.PeakHeapMegabytes);
            results.Add(Table, name, "wall", memory.NanosecondsPerRow);
        }
    }
}
