namespace Kusto.Typed.Benchmarks.Report;

/// <summary>The tables that a run prints and the page shows.</summary>
internal static class Sections
{
    private static readonly MarkdownColumn[] s_whole =
    [
        new("wall, ns a row", Results.Nanoseconds, "N0"),
        new("CPU, ns a row", "cpu", "N0"),
        new("allocated, bytes a row", "allocated", "N1"),
        new("gen 2", "gen2", "F0"),
    ];

    /// <summary>The tables by the name that the page's text has for them, with a heading for the console.</summary>
    public static IReadOnlyList<(string Name, string Heading, MarkdownTable Table)> All { get; } =
    [
        ("storm_hot", "StormEvents to bytes, hot, ns a row", MarkdownTable.OfTimes("storm_hot")),
        ("telemetry_hot", "Telemetry to bytes, hot, ns a row", MarkdownTable.OfTimes("telemetry_hot")),
        ("storm_object_hot", "Storms with an object in a dynamic column, hot, ns a row", MarkdownTable.OfTimes("storm_object_hot")),
        ("storm_cold", "StormEvents to bytes, cold, ns a row", MarkdownTable.OfTimes("storm_cold")),
        ("telemetry_cold", "Telemetry to bytes, cold, ns a row", MarkdownTable.OfTimes("telemetry_cold")),
        ("young", "A young process, StormEvents, ns a row", MarkdownTable.OfTimes("young")),
        ("read", "CSV to rows, ns a row", MarkdownTable.OfTimes("read", "read_telemetry")),
        ("query", "A query's answer to rows, ns a row", MarkdownTable.OfTimes("query", "query_telemetry")),
        ("whole", "The whole way, gzip level 1", new(["whole_storm", "whole_telemetry"], s_whole)),
        ("growth", "Growth, each in a process of its own", new(
            ["growth"],
            new("idle, MB", "idle", "F0"),
            new("peak, MB", "peak", "F0"),
            new("managed heap, MB", "heap", "F0"),
            new("wall, ns a row", "wall", "N0"))),
    ];

    /// <summary>Prints those that were measured.</summary>
    public static void Print(Results results, TextWriter output)
    {
        foreach ((_, string heading, MarkdownTable table) in All)
        {
            if (table.Tables.Any(results.Tables.ContainsKey))
            {
                output.WriteLine($"\n{heading}\n\n{table.Write(results)}");
            }
        }
    }
}
