namespace Kusto.Typed.Benchmarks.Report;

/// <summary>The ratios that follow from the tables.</summary>
internal static class Ratios
{
    /// <summary>The bytes allocated for a row: no ratio, but wanted among them.</summary>
    public const string Allocated = "alloc_bytes_per_row";

    /// <summary>The processor time of the whole way by that of compression alone: the one of which less is better.</summary>
    public const string CpuToGzip = "whole_cpu_vs_gzip";

    /// <summary>Sets all ratios anew, by what the tables have.</summary>
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
        Add(results, CpuToGzip, CpuToCompression(results, "whole_storm"));
        Add(results, "whole_telemetry_cpu_vs_gzip", CpuToCompression(results, "whole_telemetry"));
        PeerCheck.Derive(results);
        DeriveGrowth(results);
    }

    /// <summary>Sets a ratio, if it is one: what was not measured is left out.</summary>
    public static void Add(Results results, string name, double ratio)
    {
        if (double.IsFinite(ratio))
        {
            results.Ratios[name] = Math.Round(ratio, 2);
        }
    }

    // Of these one is best: nothing grows.
    private static void DeriveGrowth(Results results)
    {
        Add(results, "growth_time_per_field_500_to_5", Grown(results, "columns", "500 columns", "5 columns", "field"));
        const string Many = "telemetry, 10,000,000 rows, 4 in flight";
        const string Few = "telemetry, 1,000,000 rows, 4 in flight";
        Add(results, "growth_time_per_row_10m_to_1m", Grown(results, "growth", Many, Few, "wall"));
        Add(results, "growth_heap_10m_to_1m", Grown(results, "growth", Many, Few, "heap"));
    }

    private static double Grown(Results results, string table, string many, string few, string figure) =>
        results.Get(table, many, figure) / results.Get(table, few, figure);

    private static double CpuToCompression(Results results, string table) =>
        results.Get(table, Keys.Ours, "cpu") / results.Get(table, Keys.Gzip, "cpu");
}
