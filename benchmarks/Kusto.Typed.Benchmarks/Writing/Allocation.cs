namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>The bytes that writing allocates for a row.</summary>
internal static class Allocation
{
    private const int Rows = 2000;

    // What a call allocates once falls out of the difference; what is left is a row's.
    public static void Measure(Results results)
    {
        StormEvent[] some = SomeRows.StormEvents(Rows);
        StormEvent[] twice = [.. some, .. some];
        results.Add("alloc", "storm", "bytes", Math.Max(0, (double)(Allocated(twice) - Allocated(some)) / Rows));
    }

    private static long Allocated(StormEvent[] rows)
    {
        using CountingStream output = new();
        Contenders.WriteOurs(rows, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Contenders.WriteOurs(rows, output);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
