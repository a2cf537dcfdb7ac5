using System.Globalization;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>A process that has just begun: what its first batches cost, before the compiler has done its best.</summary>
internal static class YoungProcess
{
    public const string Verb = "young";
    private const int Rows = 1000;
    private const int FirstBatch = 5;
    private const int LastBatch = 12;

    /// <summary>The nanoseconds a row of the fifth to the twelfth batch, the median of them and of the processes.</summary>
    public static void Measure(int processes, Results results)
    {
        List<double> ours = [];
        List<double> theirs = [];
        for (int process = 0; process < processes; process++)
        {
            ours.Add(Nanoseconds(Keys.Ours));
            theirs.Add(Nanoseconds(Keys.CsvHelper));
        }

        results.Add("young", Keys.Ours, Results.Nanoseconds, Times.Of(ours).Median);
        results.Add("young", Keys.CsvHelper, Results.Nanoseconds, Times.Of(theirs).Median);
    }

    /// <summary>Is such a process: writes its figure to the console.</summary>
    public static void Run(string key)
    {
        StormEvent[] rows = SomeRows.StormEvents(Rows);
        Action<StormEvent[], Stream> write = key == Keys.Ours ? Contenders.WriteOurs : Contenders.WriteCsvHelper;
        List<double> batches = [];
        for (int batch = 1; batch <= LastBatch; batch++)
        {
            using CountingStream output = new();
            long start = ThreadClock.Now();
            write(rows, output);
            batches.Add((double)(ThreadClock.Now() - start) / Rows);
        }

        Console.WriteLine(Times.Of(batches[(FirstBatch - 1)..]).Median.ToString(CultureInfo.InvariantCulture));
    }

    private static double Nanoseconds(string key) => double.Parse(BenchmarkProcess.Run(Verb, key), CultureInfo.InvariantCulture);
}
