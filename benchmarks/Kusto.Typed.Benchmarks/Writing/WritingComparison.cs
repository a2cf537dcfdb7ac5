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
        StormEvent[] storms = SomeRows.StormEvents(ColdStorms);
        RowWriter<StormEvent>[] writers = ForCold(Contenders.Storms);
        new WritingTable<StormEvent>("storm_cold", storms, writers, RowJson.Default.StormEvent).Measure(pace, results);

        // Nothing lies any more beside what was made before and after it.
        new Random(2007).Shuffle(storms);
        new WritingTable<StormEvent>("storm_apart", storms, ForApart(writers), RowJson.Default.StormEvent).Measure(pace, results);
        new WritingTable<Telemetry>(
            "telemetry_cold", SomeRows.Telemetry(ColdTelemetry), ForCold(Contenders.Telemetry), RowJson.Default.Telemetry)
            .Measure(pace, results);
    }

    private static RowWriter<TRow>[] ForApart<TRow>(RowWriter<TRow>[] writers) =>
        [.. writers.Where(writer => writer.Key is not (Keys.Json or Keys.DataReader))];

    private static RowWriter<TRow>[] ForCold<TRow>(RowWriter<TRow>[] writers) =>
        [.. writers.Where(writer => writer.Key is not (Keys.Join or Keys.CsvHelperByHand))];
}
