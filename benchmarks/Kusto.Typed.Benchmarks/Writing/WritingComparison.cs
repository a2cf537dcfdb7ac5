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
        Pace pace = Pace.Hot(quick);
        new WritingTable<StormEvent>("storm_hot", SomeRows.StormEvents(HotRows), Contenders.Storms, RowJson.Default.StormEvent)
        {
            GetBytes = Limits.GetBytes,
        }.Measure(pace, results);
        new WritingTable<Telemetry>("telemetry_hot", SomeRows.Telemetry(HotRows), Contenders.Telemetry, RowJson.Default.Telemetry)
        {
            GetBytes = Limits.GetBytes,
        }.Measure(pace, results);
        new WritingTable<StormObject>(
            "storm_object_hot", SomeRows.StormObjects(HotRows), Contenders.OfRows(RowJson.Default.StormObject),
            RowJson.Default.StormObject).Measure(pace, results);
    }

    /// <summary>So many rows that none is in a cache when its turn comes.</summary>
    public static void Cold(bool quick, Results results)
    {
        Pace pace = Pace.Cold(quick);
        new WritingTable<StormEvent>(
            "storm_cold", SomeRows.StormEvents(ColdStorms), ForCold(Contenders.Storms), RowJson.Default.StormEvent)
            .Measure(pace, results);
        new WritingTable<Telemetry>(
            "telemetry_cold", SomeRows.Telemetry(ColdTelemetry), ForCold(Contenders.Telemetry), RowJson.Default.Telemetry)
            .Measure(pace, results);
    }

    private static RowWriter<TRow>[] ForCold<TRow>(RowWriter<TRow>[] writers) =>
        [.. writers.Where(writer => writer.Key is not (Keys.Join or Keys.CsvHelperByHand))];
}
