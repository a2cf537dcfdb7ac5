namespace Kusto.Typed.Benchmarks.Report;

/// <summary>The ratios that follow from the tables.</summary>
internal static class Ratios
{
    /// <summary>The bytes allocated for a row: no ratio, but wanted among them.</summary>
    public const string Allocated = "alloc_bytes_per_row";

    /// <summary>The processor time of the whole way by that of compression alone: the one of which less is better.</summary>
    public const string CpuToGzip = "whole_cpu_vs_gzip";

    public static void Derive(Results results)
    {
        results.Ratios.Clear();
        foreach ((string table, var rows) in results.Tables)
        {
            double ours = results.Get(table, Keys.Ours, Results.Nanoseconds);
            foreach (string contender in rows.Keys.Where(row => row != Keys.Ours))
            {
                Add(results, $"{table}_vs_{contender}", results.Get(table, contender, Results.Nanoseconds) / ours);
            }
        }

        Add(results, Allocated, results.Get("alloc", "storm", "bytes"));
        Add(
            results, CpuToGzip, results.Get("whole_storm", Keys.Ours, "cpu") / results.Get("whole_storm", Keys.Gzip, "cpu"));
    }

    private static void Add(Results results, string name, double ratio)
    {
        if (double.IsFinite(ratio))
        {
            results.Ratios[name] = Math.Round(ratio, 2);
        }
    }
}
