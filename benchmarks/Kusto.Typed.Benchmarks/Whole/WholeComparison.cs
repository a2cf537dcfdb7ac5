using Kusto.Typed.Benchmarks.Writing;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>Rows to CSV to gzip to HTTP on loopback, to a server in another process that throws all away.</summary>
internal static class WholeComparison
{
    private const int Distinct = 20_000;

    public static async Task RunAsync(bool quick, Results results)
    {
        using DiscardProcess server = new();
        int rounds = quick ? 3 : 7;
        int storms = quick ? 200_000 : 400_000;
        int telemetry = quick ? 600_000 : 1_500_000;
        await CompareAsync("whole_storm", SomeRows.StormEvents(Distinct), storms, rounds, server.Uri, results);
        await CompareAsync("whole_telemetry", SomeRows.Telemetry(Distinct), telemetry, rounds, server.Uri, results);
    }

    private static async Task CompareAsync<TRow>(
        string table, TRow[] distinct, int count, int rounds, Uri server, Results results)
        where TRow : IKustoRow<TRow>
    {
        TRow[] rows = Repeated.Array(distinct, count);
        byte[] csv = Csv(rows, out int length);
        await using TypedUpload typed = new(server);
        using BufferedUpload buffered = new(server);
        using NodeClient? node = NodeClient.TryStart(
            server, csv.AsSpan(0, (int)((long)length * Distinct / count)), count / Distinct, out string missing);
        List<(string Key, Func<Task<double>> Run)> contenders =
        [
            (Keys.Ours, () => Here(typed.SendAsync(rows))),
            (Keys.DataReader, () => Here(buffered.SendAsync(output => DataReaderCsv.Write(rows, output)))),
            (Keys.Gzip, () => Here(Task.FromResult(GzipAlone.Run(csv, length)))),
        ];
        if (node is not null)
        {
            contenders.Add((Keys.Node, node.SendAsync));
        }

        results.Facts["node_client"] = node is null ? $"left out: {missing}" : NodeClient.Version;
        Cost[] best = await BestAsync([.. contenders.Select(contender => contender.Run)], rounds);
        for (int place = 0; place < best.Length; place++)
        {
            Add(results, table, contenders[place].Key, best[place], count);
        }
    }

    private static async Task<double> Here(Task task)
    {
        await task;
        return 0;
    }

    private static void Add(Results results, string table, string key, Cost cost, int rows)
    {
        results.Add(table, key, Results.Nanoseconds, cost.WallSeconds * 1e9 / rows);
        results.Add(table, key, "cpu", cost.CpuSeconds * 1e9 / rows);
        if (key != Keys.Node)
        {
            results.Add(table, key, "allocated", (double)cost.AllocatedBytes / rows);
            results.Add(table, key, "gen2", cost.Gen2Collections);
        }
    }

    // Each figure is the least of the rounds by itself: a disturbed round disturbs one of them at times.
    private static async Task<Cost[]> BestAsync(Func<Task<double>>[] contenders, int rounds)
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

    private static byte[] Csv<TRow>(TRow[] rows, out int length)
        where TRow : IKustoRow<TRow>
    {
        using MemoryStream csv = new();
        using Stream records = KustoCsv.OpenRead(rows);
        records.CopyTo(csv);
        length = (int)csv.Length;
        return csv.GetBuffer();
    }
}
