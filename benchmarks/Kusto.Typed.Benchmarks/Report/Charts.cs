namespace Kusto.Typed.Benchmarks.Report;

/// <summary>The pictures of the page.</summary>
internal static class Charts
{
    private const string Hot = "nanoseconds a row, hot; less is better";
    private const string Whole = "nanoseconds a row by the clock, gzip level 1, two cores; less is better";

    /// <summary>The pictures by the names of their files; those whose figures nobody measured are left out.</summary>
    public static IReadOnlyList<(string File, string Svg)> Draw(Results results) =>
    [
        .. Times(results, "storm_hot", "performance-storm.svg", "A StormEvent to bytes", Hot),
        .. Times(results, "telemetry_hot", "performance-telemetry.svg", "A row of telemetry to bytes", Hot),
        .. Times(results, "whole_storm", "performance-whole.svg", "StormEvents all the way to a server", Whole),
        .. Memory(results, "performance-memory.svg"),
    ];

    private static IEnumerable<(string File, string Svg)> Times(
        Results results, string table, string file, string title, string unit)
    {
        if (results.Tables.TryGetValue(table, out var rows))
        {
            var shown = rows.Keys.Where(key => key is not (Keys.OursBlind or Keys.Copy));
            yield return (file, new BarChart(title, unit, [.. shown.Select(Bar).OrderBy(bar => bar.Value)]).Write());
        }

        Bar Bar(string key) => new(
            Keys.Name(key).Replace("`", "", StringComparison.Ordinal),
            results.Get(table, key, Results.Nanoseconds),
            Kind(key));
    }

    private static IEnumerable<(string File, string Svg)> Memory(Results results, string file)
    {
        Bar[] bars =
        [
            .. results.Tables.GetValueOrDefault("growth", []).Keys
                .Where(row => row.StartsWith("telemetry", StringComparison.Ordinal))
                .Select(row => new Bar(row, results.Get("growth", row, "heap"), BarKind.Ours)),
        ];
        if (bars.Length > 0)
        {
            string title = "The most of the managed heap while rows are ingested";
            yield return (file, new BarChart(title, "megabytes; a flat picture is good", bars).Write());
        }
    }

    private static BarKind Kind(string key) => key switch
    {
        Keys.Ours => BarKind.Ours,
        Keys.GetBytes or Keys.Gzip => BarKind.Limit,
        _ => BarKind.Other,
    };
}
