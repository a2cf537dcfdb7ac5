using System.Diagnostics;
using System.Globalization;

namespace Kusto.Typed.Benchmarks;

/// <summary>Contenders that take turns in one process: ratios, which other load on the machine disturbs least.</summary>
internal static class Comparison
{
    private const int Rows = 2000;
    private const int RunsPerTurn = 20;

    /// <summary>Compares the ways to write rows; quick takes seconds and is for a glance.</summary>
    public static void Run(bool quick)
    {
        int rounds = quick ? 8 : 60;
        StormEvent[] storms = SomeRows.StormEvents(Rows);
        Telemetry[] telemetry = SomeRows.Telemetry(Rows);
        Console.WriteLine($"{Rows} distinct rows, best of {rounds} turns, CsvHelper {typeof(CsvHelper.CsvWriter).Assembly.GetName().Version}");
        Compare("StormEvent", rounds, () => Contenders.KustoTyped(storms), () => Contenders.CsvHelper(storms), () => Contenders.Join(storms));
        Compare("Telemetry", rounds, () => Contenders.KustoTyped(telemetry), () => Contenders.CsvHelper(telemetry), () => Contenders.Join(telemetry));
    }

    private static void Compare(string name, int rounds, params Func<long>[] contenders)
    {
        string[] names = ["Kusto.Typed", "CsvHelper WriteRecords", "string.Join"];
        double[] best = [.. contenders.Select(_ => double.MaxValue)];
        for (int round = -rounds; round < rounds; round++)
        {
            for (int contender = 0; contender < contenders.Length; contender++)
            {
                double nanoseconds = Measure(contenders[contender]);

                // The first half warms up: until then the compiler has not done its best.
                best[contender] = round < 0 ? double.MaxValue : Math.Min(best[contender], nanoseconds);
            }
        }

        for (int contender = 0; contender < contenders.Length; contender++)
        {
            long bytes = contenders[contender]() / Rows;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-12}{names[contender],-24}{best[contender],8:F0} ns a row {bytes,6} bytes a row {best[contender] / best[0],8:F2} x our time"));
        }
    }

    private static double Measure(Func<long> write)
    {
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; run < RunsPerTurn; run++)
        {
            write();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (RunsPerTurn * Rows);
    }
}
