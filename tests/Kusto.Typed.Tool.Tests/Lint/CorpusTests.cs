using Kusto.Typed.Testing;
using Kusto.Typed.Tool.Lint;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Lint;

/// <summary>Files as people write them; beside each stands what lint says of it.</summary>
public sealed class CorpusTests
{
    private static readonly string s_corpus = Repository.PathOf("tests", "Kusto.Typed.Tool.Tests", "Corpus");

    private static readonly string[] s_names =
    [
        .. Directory.EnumerateFiles(s_corpus)
            .Where(path => !path.EndsWith(".txt", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Files => [.. s_names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task FindingsAreAsApproved(string file)
    {
        ToolRun run = await ToolRun.OfAsync("lint", Path.Combine(s_corpus, file));
        run.Error.ShouldBeEmpty();
        string folder = s_corpus.Replace('\\', '/') + "/";
        ApprovedText.ShouldMatch(
            $"exit {run.ExitCode}\n{run.Output.Replace(folder, "")}", Path.Combine("..", "Corpus", file));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void FileThatEndsAnywhereIsReadToo(string file)
    {
        string text = File.ReadAllText(Path.Combine(s_corpus, file));
        for (int length = 0; length < text.Length; length += 3)
        {
            LintFile half = new(file, text[..length]);
            int lines = half.Text.Count('\n') + 1;
            Linter.Check([half]).ShouldAllBe(finding => finding.Line >= 1 && finding.Line <= lines);
        }
    }

    [Fact]
    public void CorpusIsLargeAndOfEveryLanguage()
    {
        s_names.Length.ShouldBeGreaterThanOrEqualTo(30);
        s_names.Select(name => Path.GetExtension(name)).Distinct().ShouldBe(
            [".kql", ".csl", ".md", ".cs", ".py", ".json", ".sh", ".ps1", ".ipynb", ".yml"], ignoreOrder: true);
    }
}
