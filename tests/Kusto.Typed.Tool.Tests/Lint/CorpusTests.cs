using Kusto.Typed.Testing;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Lint;

/// <summary>Files as people write them; beside each stands what lint says of it.</summary>
public sealed class CorpusTests
{
    private static readonly string s_corpus = Repository.PathOf("tests", "Kusto.Typed.Tool.Tests", "Corpus");

    public static TheoryData<string> Files
    {
        get
        {
            TheoryData<string> files = [];
            foreach (string path in Directory.EnumerateFiles(s_corpus).Order(StringComparer.Ordinal))
            {
                if (!path.EndsWith(".txt", StringComparison.Ordinal))
                {
                    files.Add(Path.GetFileName(path));
                }
            }

            return files;
        }
    }

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

    [Fact]
    public void CorpusIsLargeAndOfEveryLanguage()
    {
        string[] files = [.. Files.Select(row => (string)row[0])];
        files.Length.ShouldBeGreaterThanOrEqualTo(30);
        files.Select(Path.GetExtension).Distinct().ShouldBe(
            [".kql", ".csl", ".md", ".cs", ".py", ".json", ".sh", ".ps1", ".ipynb", ".yml"], ignoreOrder: true);
    }
}
