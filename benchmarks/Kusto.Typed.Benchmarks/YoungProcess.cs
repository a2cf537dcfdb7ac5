using System.Diagnostics;
using System.Globalization;

namespace Kusto.Typed.Benchmarks;

/// <summary>A process that has just begun: what its first batches cost, before the compiler has done its best.</summary>
internal static class YoungProcess
{
    public const string Verb = "young";
    private const int Rows = 1000;
    private const int FirstBatch = 5;
    private const int LastBatch = 12;

    /// <summary>The nanoseconds a row of the fifth to the twelfth batch, the median of them and of the processes.</summary>
    public static (double Ours, double Theirs) Measure(int processes)
    {
        List<double> ours = [];
        List<double> theirs = [];
        for (int process = 0; process < processes; process++)
        {
            ours.Add(Start(Contenders.Ours));
            theirs.Add(Start(Contenders.CsvHelperKey));
        }

        return (Median(ours), Median(theirs));
    }

    /// <summary>Is such a process: writes its figure to the console.</summary>
    public static void Run(string key)
    {
        StormEvent[] rows = SomeRows.StormEvents(Rows);
        Contender<StormEvent> contender = key == Contenders.Ours
            ? new(key, key, Contenders.WriteOurs)
            : new(key, key, Contenders.WriteCsvHelper);
        List<double> batches = [];
        for (int batch = 1; batch <= LastBatch; batch++)
        {
            using CountingStream output = new();
            long start = ThreadClock.Now();
            contender.Write(rows, output);
            batches.Add((double)(ThreadClock.Now() - start) / Rows);
        }

        Console.WriteLine(Median(batches[(FirstBatch - 1)..]).ToString(CultureInfo.InvariantCulture));
    }

    private static double Start(string key)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(YoungProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(key);
        using Process process = Process.Start(start)!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
