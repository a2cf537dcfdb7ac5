using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Rows to bytes: ours beside the others, turn by turn in one process.</summary>
internal static class WritingComparison
{
    private const int HotRows = 2000;
    private const int ColdStorms = 160_000;
    private const int ColdTelemetry = 600_000;

    /// <summary>Some thousand rows again and again.</summary>
    public static void Hot(bool quick, Results results)
    {
        StormEvent[] storms = SomeRows.StormEvents(HotRows);
        Telemetry[] telemetry = SomeRows.Telemetry(HotRows);
        StormObject[] objects = SomeRows.StormObjects(HotRows);
        Pace pace = Pace.Hot(quick);
        Compare("storm_hot", storms, Contenders.Storms, RowJson.Default.StormEvent, csv => Limits.Of(storms, csv, Limits.GetBytes), pace, results);
        Compare(
            "telemetry_hot", telemetry, Contenders.Telemetry, RowJson.Default.Telemetry,
            csv => Limits.Of(telemetry, csv, Limits.GetBytes), pace, results);
        Compare(
            "storm_object_hot", objects, Contenders.OfRows(RowJson.Default.StormObject), RowJson.Default.StormObject, _ => [], pace,
            results);
    }

    /// <summary>So many rows that none is in a cache when its turn comes.</summary>
    public static void Cold(bool quick, Results results)
    {
        Compare(
            "storm_cold", SomeRows.StormEvents(ColdStorms), [.. Contenders.Storms.Where(IsForCold)], RowJson.Default.StormEvent, _ => [],
            Pace.Cold(quick), results);
        GC.Collect();
        Compare(
            "telemetry_cold", SomeRows.Telemetry(ColdTelemetry), [.. Contenders.Telemetry.Where(IsForCold)], RowJson.Default.Telemetry,
            _ => [], Pace.Cold(quick), results);
    }

    private static bool IsForCold<TRow>(RowWriter<TRow> writer) => writer.Key is not (Keys.Join or Keys.CsvHelperByHand);

    private static void Compare<TRow>(
        string table, TRow[] rows, RowWriter<TRow>[] writers, JsonTypeInfo<TRow> json, Func<byte[], Contender[]> limits, Pace pace,
        Results results)
    {
        TRow[] some = rows[..Math.Min(rows.Length, HotRows)];
        SameMeaning.Check(writers, some, json);
        byte[] csv = SameMeaning.Bytes(writers[0], some);
        using CountingStream output = new();
        Contender[] contenders =
            [.. writers.Select(writer => new Contender(writer.Key, () => writer.Write(rows, output))), .. limits(csv)];
        Times[] times = Interleaved.Run(pace, contenders);
        for (int place = 0; place < contenders.Length; place++)
        {
            results.Add(table, contenders[place].Key, Results.Nanoseconds, times[place].Best / rows.Length);
            results.Add(table, contenders[place].Key, Results.Median, times[place].Median / rows.Length);
        }

        results.Add("shapes", table, "bytes", (double)csv.Length / some.Length);
        results.Add("shapes", table, "rows", rows.Length);
    }
}
