using Kusto.Typed.Benchmarks.Report;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>docs/performance.md and its pictures, written from benchmarks/results.json and by nobody's hand.</summary>
public sealed class PerformancePageTests
{
    private const string HowToWrite = "write it with 'report benchmarks/results.json' of the benchmarks";

    private static Results Measured => ResultsJson.Read(File.ReadAllText(Repository.PathOf("benchmarks", "results.json")));

    [Fact]
    public void ThePageSaysWhatWasMeasured() =>
        Committed("performance.md").ShouldBe(Page.Write(Measured), HowToWrite);

    [Fact]
    public void ThePicturesShowWhatWasMeasured()
    {
        IReadOnlyList<(string File, string Svg)> pictures = Charts.Draw(Measured);

        foreach ((string file, string svg) in pictures)
        {
            Committed("images", file).ShouldBe(svg, HowToWrite);
        }

        string[] shown = [.. Committed("performance.md").Split("(images/").Skip(1).Select(rest => rest.Split(')')[0])];
        shown.ShouldBe(pictures.Select(picture => picture.File), ignoreOrder: true);
    }

    [Fact]
    public void AFigureThatNobodyMeasuredIsNotMadeUp()
    {
        Results measured = Measured;
        measured.Ratios.Remove("young_vs_csvhelper34");

        Should.Throw<FormatException>(() => Page.Write(measured)).Message.ShouldContain("young_vs_csvhelper34");
    }

    private static string Committed(params string[] path) =>
        File.ReadAllText(Repository.PathOf(["docs", .. path])).ReplaceLineEndings("\n");
}
