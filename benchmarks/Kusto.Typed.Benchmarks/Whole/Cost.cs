using System.Diagnostics;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>What a run took of the clock, of all cores and of the collector.</summary>
internal readonly record struct Cost(double WallSeconds, double CpuSeconds, long AllocatedBytes, int Gen2Collections)
{
    /// <summary>Measures a run, which answers with the seconds of CPU that it took in other processes.</summary>
    public static async Task<Cost> OfAsync(Func<Task<double>> run)
    {
        // What an earlier contender left behind is not this one's.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process process = Process.GetCurrentProcess();
        int gen2 = GC.CollectionCount(2);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        double elsewhere = await run();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Cost(
            wall.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalSeconds + elsewhere,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            GC.CollectionCount(2) - gen2);
    }

    /// <summary>The least of both, figure by figure.</summary>
    public Cost Least(Cost other) => new(
        Math.Min(WallSeconds, other.WallSeconds),
        Math.Min(CpuSeconds, other.CpuSeconds),
        Math.Min(AllocatedBytes, other.AllocatedBytes),
        Math.Min(Gen2Collections, other.Gen2Collections));
}
