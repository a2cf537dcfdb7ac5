using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Benchmarks;

/// <summary>Rows to bytes: ours beside the others, turn by turn in one process.</summary>
internal static class Comparison
{
    private const int HotRows = 2000;
    private const int ColdRows = 160_000;

    /// <summary>Compares the ways to write rows; quick takes a minute and is for a glance.</summary>
    /// <returns>The ratios by name, of the best rounds.</returns>
    public static SortedDictionary<string, double> Run(bool quick, bool onlyHot)
    {
        SortedDictionary<string, double> figures = new(StringComparer.Ordinal);
        Console.WriteLine(
            $"{Width()} bit, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {ThreadClock.Kind}, "
            + $"CsvHelper {typeof(CsvHelper.CsvWriter).Assembly.GetName().Version}");
        Hot("storm", SomeRows.StormEvents(HotRows), Storms(), Strings, quick, figures, RowJson.Default.StormEvent);
        Hot("telemetry", SomeRows.Telemetry(HotRows), Telemetries(), Strings, quick, figures, RowJson.Default.Telemetry);
        figures["alloc_bytes_per_row"] = AllocatedBytesPerRow();
        if (!onlyHot)
        {
            Cold(quick, figures);
            Young(quick, figures);
        }

        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return figures;
    }

    /// <summary>The widest vectors of this process, in bits; 0 without any.</summary>
    public static int Width() =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    private static Contender<StormEvent>[] Storms() =>
        Contenders.OfRows<StormEvent>(RowJson.Default.StormEvent, JoinedRows.Join);

    private static Contender<Telemetry>[] Telemetries() =>
        Contenders.OfRows<Telemetry>(RowJson.Default.Telemetry, JoinedRows.Join);

    private static string[] Strings(StormEvent row) =>
    [
        row.State, row.EventType, row.Source, row.BeginLocation, row.EndLocation,
        row.EpisodeNarrative, row.EventNarrative, row.StormSummary,
    ];

    private static string[] Strings(Telemetry row) => [row.Site, row.Sensor];

    private static void Hot<TRow>(
        string key, TRow[] rows, Contender<TRow>[] contenders, Func<TRow, string[]> strings, bool quick,
        SortedDictionary<string, double> figures, JsonTypeInfo<TRow> json)
    {
        SameMeaning.Check(contenders, rows, json);
        byte[] csv = SameMeaning.Bytes(contenders[0], rows);
        contenders = [.. contenders, .. Contenders.Limits(strings, rows, csv)];
        Rounds.Run(contenders, rows, runs: quick ? 8 : 20, warmUps: quick ? 12 : 30, rounds: quick ? 12 : 60);
        Report($"{key}_hot", contenders, rows.Length, csv.Length, figures);
    }

    private static void Cold(bool quick, SortedDictionary<string, double> figures)
    {
        StormEvent[] rows = SomeRows.StormEvents(ColdRows);
        Contender<StormEvent>[] contenders = Storms();
        contenders =
            [.. contenders.Where(contender => contender.Key is not (Contenders.JsonKey or Contenders.JoinKey))];
        long csv = SameMeaning.Bytes(contenders[0], rows).LongLength;
        Rounds.Run(contenders, rows, runs: 1, warmUps: 1, rounds: quick ? 5 : 15);
        Report("storm_cold", contenders, rows.Length, csv, figures);
    }

    private static void Young(bool quick, SortedDictionary<string, double> figures)
    {
        (double ours, double theirs) = YoungProcess.Measure(processes: quick ? 3 : 9);
        figures["young_vs_csvhelper34"] = Rounded(theirs / ours);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nyoung: a batch of 1,000 StormEvents from the 5th on: {ours:F0} ns a row, CsvHelper {theirs:F0}: "
            + $"{theirs / ours:F2} x"));
    }

    private static void Report<TRow>(
        string key, Contender<TRow>[] contenders, int rows, long csvBytes, SortedDictionary<string, double> figures)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n{key}: {rows} distinct rows of {csvBytes / rows} bytes; ns a row\n"));
        Console.WriteLine("| | best | median | to ours |");
        Console.WriteLine("|---|---:|---:|---:|");
        Contender<TRow> ours = contenders[0];
        figures[$"{key}_ns"] = Rounded(ours.Best);
        foreach (Contender<TRow> contender in contenders)
        {
            double ratio = contender.Best / ours.Best;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {contender.Name} | {contender.Best:F0} | {contender.Median:F0} | {ratio:F2} |"));
            if (contender != ours)
            {
                figures[$"{key}_vs_{contender.Key}"] = Rounded(ratio);
            }
        }
    }

    // What a call allocates once falls out of the difference; what is left is a row's.
    private static double AllocatedBytesPerRow()
    {
        StormEvent[] some = SomeRows.StormEvents(HotRows);
        StormEvent[] twice = [.. some, .. some];
        long difference = Allocated(twice) - Allocated(some);
        return Math.Max(0, Rounded((double)difference / HotRows));
    }

    private static long Allocated(StormEvent[] rows)
    {
        using CountingStream output = new();
        Contenders.WriteOurs(rows, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Contenders.WriteOurs(rows, output);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Rounded(double value) => Math.Round(value, 2);
}
