namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A table that a run prints and the page shows.</summary>
/// <param name="Name">How the page's text calls it.</param>
/// <param name="Heading">What stands above it on the console.</param>
/// <param name="Table">The table.</param>
internal sealed record Section(string Name, string Heading, MarkdownTable Table)
{
    private const string Storm = "storm: ";
    private const string Other = "telemetry: ";

    private static readonly MarkdownColumn[] s_whole =
    [
        new("wall, ns a row", Results.Nanoseconds, "N0"),
        new("CPU, ns a row", "cpu", "N0"),
        new("allocated, bytes a row", "allocated", "N1"),
        new("gen 2", "gen2", "F0"),
    ];

    private static readonly MarkdownColumn[] s_growth =
    [
        new("idle, MB", "idle", "F0"),
        new("peak, MB", "peak", "F0"),
        new("managed heap, MB", "heap", "F0"),
        new("wall, ns a row", "wall", "N0"),
    ];

    private static readonly MarkdownColumn[] s_columns =
    [
        new("best, ns a field", "field", "F2"),
        new("ns a row", Results.Nanoseconds, "N0"),
    ];

    private static readonly MarkdownColumn[] s_fields = [new("writer, ns", "writer", "F1"), new("plain, ns", "plain", "F1")];

    private static readonly MarkdownColumn[] s_generator =
    [
        new("cold, CPU ms a table", "cold", "F3"),
        new("keystroke, ms a table", "keystroke", "F3"),
        new("kept, KB a table", "memory", "F1"),
        new("System.Text.Json: cold, CPU ms a type", "json_cold", "F3"),
        new("keystroke, ms a type", "json_keystroke", "F3"),
        new("kept, KB a type", "json_memory", "F1"),
        new("compiling what was generated, CPU ms a table", "compile", "F3"),
    ];

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new("storm_hot", "StormEvents to bytes, hot, ns a row", MarkdownTable.OfTimes(("storm_hot", ""))),
        new("telemetry_hot", "Telemetry to bytes, hot, ns a row", MarkdownTable.OfTimes(("telemetry_hot", ""))),
        new("storm_object_hot", "Storms with an object, hot, ns a row", MarkdownTable.OfTimes(("storm_object_hot", ""))),
        new("cold", "Rows to bytes, cold, ns a row", MarkdownTable.OfTimes(
            ("storm_cold", Storm), ("storm_apart", "storm, in any order: "), ("telemetry_cold", Other))),
        new("young", "A young process, StormEvents, ns a row", MarkdownTable.OfTimes(("young", ""))),
        new(
            "widths",
            "Narrower vectors, hot, ns a row",
            MarkdownTable.OfTimes(
                ("storm_hot_256", "storm, 256 bit: "), ("storm_hot_128", "storm, 128 bit: "),
                ("telemetry_hot_256", "telemetry, 256 bit: "), ("telemetry_hot_128", "telemetry, 128 bit: "))
                with { Only = [Keys.Ours, Keys.CsvHelper, Keys.GetBytes] }),
        new("columns", "Columns", new([("columns", "")], s_columns)),
        new("fields", "What a field costs", new([("fields", "")], s_fields)),
        new("read", "CSV to rows, ns a row", MarkdownTable.OfTimes(("read", Storm), ("read_telemetry", Other))),
        new("query", "A query's answer to rows, ns a row", MarkdownTable.OfTimes(("query", Storm), ("query_telemetry", Other))),
        new("whole", "The whole way, gzip level 1", new([("whole_storm", Storm), ("whole_telemetry", Other)], s_whole)),
        new("growth", "Growth, each in a process of its own", new([("growth", "")], s_growth)),
        new("generator", "The generator", new([("generator", "")], s_generator)),
    ];

    /// <summary>Prints those that were measured.</summary>
    public static void Print(Results results, TextWriter output)
    {
        foreach (Section section in All.Where(section => section.Table.IsIn(results)))
        {
            output.WriteLine($"\n{section.Heading}\n\n{section.Table.Write(results)}");
        }
    }
}
