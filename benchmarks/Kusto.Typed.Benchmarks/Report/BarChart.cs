using System.Globalization;
using System.Text;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A chart of lying bars as SVG, for light pages and dark ones.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Unit">What the bars' lengths are.</param>
/// <param name="Bars">From above to below; ours stands out, and limits are no more than hinted at.</param>
internal sealed record BarChart(string Title, string Unit, IReadOnlyList<Bar> Bars)
{
    private const int Width = 820;
    private const int LabelWidth = 340;
    private const int ValueWidth = 70;
    private const int BarHeight = 20;
    private const int RowHeight = 30;
    private const int Top = 64;

    private const string Style =
        """
        text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; }
        .title { font-size: 16px; font-weight: 600; }
        .unit { fill: #59636e; font-size: 13px; }
        .ours { fill: #0969da; }
        .other { fill: #8c959f; }
        .limit { fill: #d1d9e0; }
        .bold { font-weight: 600; }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc; }
          .unit { fill: #9198a1; }
          .ours { fill: #4493f8; }
          .other { fill: #6e7681; }
          .limit { fill: #3d444d; }
        }
        """;

    public string Write()
    {
        int height = Top + (Bars.Count * RowHeight) + 10;
        StringBuilder svg = new(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}"
              role="img" aria-label="{Escaped(Title)}">
            <style>
            {Style}
            </style>
            <text class="title" x="10" y="20">{Escaped(Title)}</text>
            <text class="unit" x="10" y="42">{Escaped(Unit)}</text>

            """.ReplaceLineEndings("\n"));
        double scale = (Width - LabelWidth - ValueWidth) / Bars.Max(bar => bar.Value);
        for (int place = 0; place < Bars.Count; place++)
        {
            svg.Append(Line(Bars[place], Top + (place * RowHeight), scale));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Line(Bar bar, int y, double scale)
    {
        double width = Math.Max(1, bar.Value * scale);
        string weight = bar.Kind == BarKind.Ours ? " class=\"bold\"" : "";
        int baseline = y + 15;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <text{weight} x="{LabelWidth - 10}" y="{baseline}" text-anchor="end">{Escaped(bar.Name)}</text>
            <rect class="{bar.Kind.ToString().ToLowerInvariant()}" x="{LabelWidth}" y="{y}" width="{width:F1}" height="{BarHeight}" rx="2"/>
            <text{weight} x="{LabelWidth + width + 8:F1}" y="{baseline}">{bar.Value:N0}</text>

            """).ReplaceLineEndings("\n");
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
