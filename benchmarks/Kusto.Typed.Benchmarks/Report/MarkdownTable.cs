using System.Globalization;
using System.Text;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A table of the results as Markdown.</summary>
/// <param name="Tables">The tables of the results whose rows it has, one below the other.</param>
/// <param name="Columns">What it shows of each row.</param>
internal sealed record MarkdownTable(string[] Tables, params MarkdownColumn[] Columns)
{
    private const string Unknown = "–";

    /// <summary>The best and the median of contenders, and how many times our best it is.</summary>
    public static MarkdownTable OfTimes(params string[] tables) => new(
        tables,
        new("best, ns", Results.Nanoseconds, "N0"),
        new("median, ns", "median", "N0"),
        new("to ours", Results.Nanoseconds, "F2", ToOurs: true),
        new("process", Results.Process, "F0"));

    public string Write(Results results)
    {
        MarkdownColumn[] columns = [.. Columns.Where(column => IsMeasured(results, column))];
        StringBuilder text = new();
        text.Append("| |").AppendJoin(' ', columns.Select(column => $" {column.Header} |")).Append('\n');
        text.Append("|---|").AppendJoin("", columns.Select(_ => "---:|")).Append('\n');
        foreach (string table in Tables.Where(results.Tables.ContainsKey))
        {
            foreach (string row in results.Tables[table].Keys)
            {
                string name = Tables.Length > 1 ? $"{Title(table)}: {Keys.Name(row)}" : Keys.Name(row);
                text.Append("| ").Append(name).Append(" |")
                    .AppendJoin("", columns.Select(column => $" {Cell(results, table, row, column)} |")).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private bool IsMeasured(Results results, MarkdownColumn column) => Tables.Where(results.Tables.ContainsKey)
        .Any(table => results.Tables[table].Keys.Any(row => !double.IsNaN(results.Get(table, row, column.Figure))));

    private static string Cell(Results results, string table, string row, MarkdownColumn column)
    {
        double value = results.Get(table, row, column.Figure);
        value = column.ToOurs ? value / results.Get(table, Keys.Ours, column.Figure) : value;
        return double.IsNaN(value) ? Unknown : value.ToString(column.Format, CultureInfo.InvariantCulture);
    }

    // The last word of a table's name is the shape of its rows.
    private static string Title(string table) => table[(table.LastIndexOf('_') + 1)..];
}

/// <summary>A column of such a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Figure">The figure that it shows.</param>
/// <param name="Format">A numeric format of .NET.</param>
/// <param name="ToOurs">Whether it shows the figure by ours.</param>
internal sealed record MarkdownColumn(string Header, string Figure, string Format, bool ToOurs = false);
