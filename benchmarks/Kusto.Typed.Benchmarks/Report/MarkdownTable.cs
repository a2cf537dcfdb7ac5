using System.Globalization;
using System.Text;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>Tables of the results as one of Markdown.</summary>
/// <param name="Parts">The tables, one below the other, each with what stands before the names of its rows.</param>
/// <param name="Columns">What it shows of each row; a column that nobody measured is left out.</param>
internal sealed record MarkdownTable(IReadOnlyList<(string Table, string Title)> Parts, IReadOnlyList<MarkdownColumn> Columns)
{
    private const string Unknown = "–";

    /// <summary>The rows that are shown; null for all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The best and the median of contenders, and how many times our best it is.</summary>
    public static MarkdownTable OfTimes(params (string Table, string Title)[] parts) => new(
        parts,
        [
            new("best", Results.Nanoseconds, "N0"),
            new("median", Results.Median, "N0"),
            new("to ours", Results.Nanoseconds, "F2") { ToOurs = true },
            new("process", Results.Process, "F0"),
        ]);

    public bool IsIn(Results results) => Parts.Any(part => results.Tables.ContainsKey(part.Table));

    public string Write(Results results)
    {
        (string Table, string Title, string Row)[] rows = [.. Rows(results)];
        MarkdownColumn[] columns =
            [.. Columns.Where(column => rows.Any(row => !double.IsNaN(results.Get(row.Table, row.Row, column.Figure))))];
        StringBuilder text = new();
        Line(text, "| |", columns.Select(column => $" {column.Header} |"));
        Line(text, "|---|", columns.Select(_ => "---:|"));
        foreach ((string table, string title, string row) in rows)
        {
            Line(text, $"| {title}{Keys.Name(row)} |", columns.Select(column => $" {Cell(results, table, row, column)} |"));
        }

        return text.ToString().TrimEnd('\n');
    }

    private IEnumerable<(string Table, string Title, string Row)> Rows(Results results) =>
        from part in Parts
        where results.Tables.ContainsKey(part.Table)
        from row in results.Tables[part.Table].Keys
        where Only is null || Only.Contains(row)
        select (part.Table, part.Title, row);

    private static void Line(StringBuilder text, string first, IEnumerable<string> cells) =>
        text.Append(first).AppendJoin("", cells).Append('\n');

    private static string Cell(Results results, string table, string row, MarkdownColumn column)
    {
        double value = results.Get(table, row, column.Figure);
        value = column.ToOurs ? value / results.Get(table, Keys.Ours, column.Figure) : value;
        return double.IsNaN(value) ? Unknown : value.ToString(column.Format, CultureInfo.InvariantCulture);
    }
}
