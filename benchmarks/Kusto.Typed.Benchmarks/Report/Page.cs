using System.Globalization;
using System.Text.RegularExpressions;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>The page on performance: a text with places for what was measured.</summary>
/// <remarks>
/// Places: <c>{{table NAME}}</c> for a section's table, <c>{{ratio NAME}}</c> for a ratio, <c>{{fact NAME}}</c> for a fact, and
/// <c>{{figure TABLE|ROW|FIGURE|FORMAT}}</c> for a figure.
/// </remarks>
internal static partial class Page
{
    private const string Text = "performance.md";

    /// <summary>The page for these results.</summary>
    /// <exception cref="FormatException">The text has a place for what the results do not have.</exception>
    public static string Write(Results results)
    {
        using Stream text = typeof(Page).Assembly.GetManifestResourceStream(Text)!;
        using StreamReader reader = new(text);
        return Place().Replace(
            reader.ReadToEnd().ReplaceLineEndings("\n"), place => Value(results, place.Groups[1].Value, place.Groups[2].Value));
    }

    [GeneratedRegex(@"\{\{(\w+) ([^}]+)\}\}")]
    private static partial Regex Place();

    private static string Value(Results results, string kind, string name) => kind switch
    {
        "table" => Table(results, name),
        "ratio" when results.Ratios.TryGetValue(name, out double ratio) => ratio.ToString("0.0#", CultureInfo.InvariantCulture),
        "fact" when results.Facts.TryGetValue(name, out string? fact) => fact,
        "figure" => Figure(results, name.Split('|')),
        _ => throw new FormatException(
            $"The page wants the {kind} '{name}', which the results do not have. Run compare without --quick."),
    };

    private static string Table(Results results, string name)
    {
        MarkdownTable table = Section.All.Single(section => section.Name == name).Table;
        return table.IsIn(results) ? table.Write(results) : "(Not measured in this run.)";
    }

    private static string Figure(Results results, string[] path)
    {
        double value = path.Length == 4 ? results.Get(path[0], path[1], path[2]) : double.NaN;
        return double.IsNaN(value)
            ? throw new FormatException($"The page wants the figure '{string.Join('|', path)}', which the results do not have.")
            : value.ToString(path[3], CultureInfo.InvariantCulture);
    }
}
