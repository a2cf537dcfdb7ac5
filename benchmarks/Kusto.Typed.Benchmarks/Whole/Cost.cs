using System.Diagnostics;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>What a run took of the clock, of all cores and of the collector.</summary>
internal readonly record struct Cost(double WallSeconds, double CpuSeconds, long AllocatedBytes, int Gen2Collections)
{
    public static async Task<Cost> OfAsync(Func<Task> run)
    {
        // What an earlier contender left behind is not this one's.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process process = Process.GetCurrentProcess();
        int gen2 = GC.CollectionCount(2);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await run();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Cost(
            wall.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            GC.CollectionCount(2) - gen2);
    }
}
