using System.Globalization;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>Rows to CSV to gzip to HTTP on loopback, to a server in another process that throws all away.</summary>
internal static class WholeComparison
{
    private const int Distinct = 20_000;

    public static async Task RunAsync(bool quick, SortedDictionary<string, double> figures)
    {
        using DiscardProcess server = new();
        Console.WriteLine("\nThe whole way, gzip level 1, best of the rounds\n");
        Console.WriteLine("| | wall, ns a row | CPU, ns a row | allocated, bytes a row | gen 2 |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        await CompareAsync("storm", SomeRows.StormEvents(Distinct), quick ? 200_000 : 400_000, quick ? 3 : 7, server.Uri, figures);
        await CompareAsync("telemetry", SomeRows.Telemetry(Distinct), quick ? 600_000 : 1_500_000, quick ? 3 : 7, server.Uri, figures);
        Memory(quick, server.Uri, figures);
    }

    private static async Task CompareAsync<TRow>(
        string shape, TRow[] distinct, int count, int rounds, Uri server, SortedDictionary<string, double> figures)
        where TRow : IKustoRow<TRow>
    {
        TRow[] rows = Repeated.Array(distinct, count);
        byte[] csv = Csv(rows, out int length);
        await using TypedUpload typed = new(server);
        using BufferedUpload buffered = new(server);
        (string Name, Func<Task> Run)[] contenders =
        [
            ("Kusto.Typed", () => typed.SendAsync(rows)),
            ("data reader, everything buffered", () => buffered.SendAsync(output => DataReaderCsv.Write(rows, output))),
            ("gzip alone of the same bytes", () => Task.FromResult(GzipAlone.Run(csv, length))),
        ];
        Cost[] best = await BestAsync([.. contenders.Select(contender => contender.Run)], rounds);
        for (int place = 0; place < contenders.Length; place++)
        {
            Cost cost = best[place];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {shape}: {contenders[place].Name} | {cost.WallSeconds * 1e9 / count:F0} | {cost.CpuSeconds * 1e9 / count:F0} "
                + $"| {(double)cost.AllocatedBytes / count:F1} | {cost.Gen2Collections} |"));
        }

        figures[$"whole_{shape}_vs_datareader"] = Rounded(best[1].WallSeconds / best[0].WallSeconds);
        figures[$"whole_{shape}_cpu_vs_gzip"] = Rounded(best[0].CpuSeconds / best[2].CpuSeconds);
        figures[$"whole_{shape}_alloc_bytes_per_row"] = Rounded((double)best[0].AllocatedBytes / count);
        figures[$"whole_{shape}_gen2"] = best[0].Gen2Collections;
        if (shape == "storm")
        {
            figures["whole_cpu_vs_gzip"] = figures["whole_storm_cpu_vs_gzip"];
        }
    }

    // Each figure is the least of the rounds by itself: a disturbed round disturbs one of them at times.
    private static async Task<Cost[]> BestAsync(Func<Task>[] contenders, int rounds)
    {
        Cost[] best = [.. contenders.Select(_ => new Cost(double.MaxValue, double.MaxValue, long.MaxValue, int.MaxValue))];
        for (int round = -1; round < rounds; round++)
        {
            for (int place = 0; place < contenders.Length; place++)
            {
                Cost cost = await Cost.OfAsync(contenders[place]);
                best[place] = round < 0 ? best[place] : best[place].Least(cost);
            }
        }

        return best;
    }

    private static void Memory(bool quick, Uri server, SortedDictionary<string, double> figures)
    {
        Console.WriteLine("\n| ingested in a process of its own, batches in flight | idle, MB | peak, MB | managed heap, MB | wall, ns a row |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        PeakMemory few = Show("storm", 1_000_000, 4);
        PeakMemory many = Show("storm", quick ? 2_000_000 : 5_000_000, 4);
        figures["peak_rows_5_to_1"] = Rounded(many.PeakMegabytes / few.PeakMegabytes);
        figures["peak_over_idle_mb"] = Rounded(many.PeakMegabytes - many.IdleMegabytes);
        if (!quick)
        {
            foreach (int inFlight in new[] { 1, 2 })
            {
                Show("storm", 1_000_000, inFlight);
            }

            PeakMemory[] growth = [Show("telemetry", 100_000, 4), Show("telemetry", 1_000_000, 4), Show("telemetry", 10_000_000, 4)];
            figures["growth_time_per_row_10m_to_1m"] = Rounded(growth[2].NanosecondsPerRow / growth[1].NanosecondsPerRow);
            figures["growth_heap_10m_to_1m"] = Rounded(growth[2].PeakHeapMegabytes / growth[1].PeakHeapMegabytes);
        }

        PeakMemory Show(string shape, long rows, int inFlight)
        {
            PeakMemory memory = PeakMemory.Of(server, shape, rows, inFlight);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {shape}, {rows:N0} rows, {inFlight} | {memory.IdleMegabytes:F0} | {memory.PeakMegabytes:F0} "
                + $"| {memory.PeakHeapMegabytes:F0} | {memory.NanosecondsPerRow:F0} |"));
            return memory;
        }
    }

    private static byte[] Csv<TRow>(TRow[] rows, out int length)
        where TRow : IKustoRow<TRow>
    {
        using MemoryStream csv = new();
        using Stream records = KustoCsv.OpenRead(rows);
        records.CopyTo(csv);
        length = (int)csv.Length;
        return csv.GetBuffer();
    }

    private static double Rounded(double value) => Math.Round(value, 2);
}
