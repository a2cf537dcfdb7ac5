using System.Text.Json;
using Kusto.Typed.Commands;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;
using Kusto.Typed.Tool.Lint;
using Kusto.Typed.Tool.Output;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Lint;

public sealed class LintCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kusto-typed-lint-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task FoundingArticleSkipsAnOrdinal()
    {
        ToolRun run = await ToolRun.OfAsync("lint", Repository.PathOf("docs", "storm-events-article.md"));
        run.ExitCode.ShouldBe(ExitCode.Finding);
        string line = run.Output.TrimEnd('\n');
        line.ShouldNotContain('\n');
        line.ShouldContain("KL001");
        line.ShouldContain("the ordinal 15:");
        line.ShouldContain("from 'BeginLat' on");
        line.ShouldContain("the last, 'StormSummary', gets no value");
    }

    [Fact]
    public async Task OwnCommandsOfTheArticlesTableAreFine()
    {
        TableSchema storms = TableSchema.Define("StormEvents")
            .DateTime("StartTime").DateTime("EndTime").Int("EpisodeId").Int("EventId").String("State").String("EventType")
            .Int("InjuriesDirect").Int("InjuriesIndirect").Int("DeathsDirect").Int("DeathsIndirect").Int("DamageProperty")
            .Int("DamageCrops").String("Source").String("BeginLocation").String("EndLocation").Real("BeginLat")
            .Real("BeginLon").Real("EndLat").Real("EndLon").String("EpisodeNarrative").String("EventNarrative")
            .Dynamic("StormSummary").Build();
        string script = TableCommands.CreateMerge(storms) + "\n" + TableCommands.CreateOrAlterMapping(storms);
        ToolRun run = await ToolRun.WithInputAsync(script, "lint", "-");
        run.ShouldBe(new ToolRun(ExitCode.Fine, "", ""));
    }

    [Fact]
    public async Task OwnPagesAndSamplesAreFineButForTheArticle()
    {
        ToolRun run = await ToolRun.OfAsync(
            "lint", Repository.PathOf("docs"), Repository.PathOf("README.md"), Repository.PathOf("samples"));
        Files(run).Distinct().ShouldBe(["storm-events-article.md"]);
    }

    [Fact]
    public async Task TableAndMappingMeetAcrossFiles()
    {
        string table = Write("a/table.kql", ".create table T (A: int, B: string)");
        string mapping = Write("b/mapping.sql", """.create table T ingestion csv mapping 'M' '[{"Name":"A","Ordinal":0}]'""");
        (await ToolRun.OfAsync("lint", mapping)).ExitCode.ShouldBe(ExitCode.Fine);
        ToolRun run = await ToolRun.OfAsync("lint", mapping, table);
        run.ExitCode.ShouldBe(ExitCode.Finding);
        run.Output.ShouldBe(
            $"{mapping.Replace('\\', '/')}(1,39): warning KL005: Nothing fills 'B' of the table 'T': null or empty in every row.\n");
    }

    [Fact]
    public async Task TablesThatDifferBetweenFilesDecideNothing()
    {
        Write("a.kql", ".create table T (A: int, B: string)");
        Write("b.kql", ".create table T (A: int, C: string)");
        Write("c.kql", """.create table T ingestion csv mapping 'M' '[{"Name":"A","Ordinal":0}]'""");
        (await ToolRun.OfAsync("lint", _folder.FullName)).ShouldBe(new ToolRun(ExitCode.Fine, "", ""));
    }

    [Fact]
    public async Task FolderIsReadWithoutWhatToolsLeaveThere()
    {
        Write("src/a.kql", ".create table T (A: text)");
        Write("src/deep/b.md", "```kusto\n.create table T (A: text)\n```");
        Write("src/bin/c.kql", ".create table T (A: text)");
        Write("src/.hidden/d.kql", ".create table T (A: text)");
        Write("src/e.unknown", ".create table T (A: text)");
        Files(await ToolRun.OfAsync("lint", _folder.FullName)).ShouldBe(["a.kql", "b.md"]);
    }

    [Theory]
    [InlineData("*.kql", "a.kql")]
    [InlineData("**/*.kql", "a.kql b.kql c.kql")]
    [InlineData("x/**/c.*", "c.kql")]
    [InlineData("x/?.kql", "b.kql")]
    public async Task PatternNamesFiles(string pattern, string found)
    {
        foreach (string file in new[] { "a.kql", "x/b.kql", "x/y/c.kql" })
        {
            Write(file, ".create table T (A: text)");
        }

        ToolRun run = await ToolRun.OfAsync("lint", Path.Combine(_folder.FullName, pattern));
        Files(run).ShouldBe(found.Split(' '));
    }

    [Fact]
    public async Task StandardInputIsOfTheLanguageItsNameSays()
    {
        ToolRun run = await ToolRun.WithInputAsync(
            "run(\".create table T (A: text)\")", "lint", "-", "--stdin-name", "x.py");
        run.Output.ShouldStartWith("x.py(1,26): error KL012");
    }

    [Theory]
    [InlineData("nowhere.kql", "There is no file and no folder")]
    [InlineData("*.nowhere", "No file is like")]
    public async Task WordThatNamesNothingEndsWithTwo(string word, string message)
    {
        ToolRun run = await ToolRun.OfAsync("lint", Path.Combine(_folder.FullName, word));
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(message);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task UnknownFormatEndsWithTwo()
    {
        ToolRun run = await ToolRun.OfAsync("lint", "-", "--output", "xml");
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--output takes text, json, markdown, sarif; found 'xml'.");
    }

    [Fact]
    public async Task SarifNamesFileAndLine()
    {
        ToolRun run = await ToolRun.WithInputAsync("\n.create table T (A: text)", "lint", "-", "-o", "sarif");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement place = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0]
            .GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("stdin.kql");
        place.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void EveryRuleHasItsLineOnThePage()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "lint.md"));
        LintRules.All.Select(rule => rule.Id).ShouldBeUnique();
        foreach (FindingRule rule in LintRules.All)
        {
            page.ShouldContain($"| {rule.Id} | {rule.Level.ToString().ToLowerInvariant()} | {rule.Title} |");
        }
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static IEnumerable<string> Files(ToolRun run) =>
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Path.GetFileName(line[..line.IndexOf('(')]));
}
