using System.Text.RegularExpressions;
using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Tests.Testing;
using Kusto.Typed.Testing;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids { get; } = [.. DiagnosticDescriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryDiagnosticHasItsPageAndItsRelease(string id)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.All.Single(candidate => candidate.Id == id);
        descriptor.HelpLinkUri.ShouldEndWith($"docs/diagnostics/{id}.md");
        string title = descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Read("docs", "diagnostics", id + ".md").ShouldStartWith($"# {id}: {title}\n");
        Read("src", "Kusto.Typed.Generator", "AnalyzerReleases.Unshipped.md")
            .ShouldContain($"{id} | Kusto.Typed | {descriptor.DefaultSeverity} | {title}\n");
        Read("docs", "diagnostics", "README.md").ShouldContain($"[{id}]({id}.md)");
        Read("docs", "diagnostics", "README.md").ShouldContain($" | {title} | ");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task CodeOfThePageCausesAndMendsIt(string id)
    {
        string page = Read("docs", "diagnostics", id + ".md");
        string[] blocks = [.. CodeBlock().Matches(page).Select(match => match.Groups["code"].Value)];
        if (id == DiagnosticDescriptors.LanguageTooOld.Id)
        {
            blocks.ShouldBeEmpty();
            return;
        }

        string? locked = LockBlock().Match(page) is { Success: true } match ? match.Groups["lock"].Value : null;
        string[] caused = await ReportedAsync(id, blocks[0], locked);
        caused.ShouldNotBeEmpty();
        caused.ShouldAllBe(reported => reported == id);

        // What is wrong with a lock is mended there.
        blocks.Length.ShouldBe(id == DiagnosticDescriptors.LockNotReadable.Id ? 1 : 2);
        foreach (string mended in blocks[1..])
        {
            (await ReportedAsync(id, mended, locked)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void NoPageIsLeftBehind() =>
        Directory.GetFiles(Repository.PathOf("docs", "diagnostics"), "KT*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(DiagnosticDescriptors.All.Select(descriptor => descriptor.Id), ignoreOrder: true);

    private static async Task<string[]> ReportedAsync(string id, string code, string? locked) =>
        id == DiagnosticDescriptors.RowsOneByOne.Id || id == DiagnosticDescriptors.NoEffectOnRoute.Id
            ? await AnalyzedAsync(code)
            : Generated(id, code, locked);

    // Remarks of other kinds are no matter of the page.
    private static string[] Generated(string id, string code, string? locked) =>
        [.. Generation.Generate(IsWhole(code) ? Sources.InWeather(code) : Sources.Row(code), locked: locked)
            .Diagnostics
            .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(diagnostic => diagnostic.Id)];

    private static bool IsWhole(string code) =>
        code.Contains("[KustoTable", StringComparison.Ordinal) || code.Contains("[KustoRowFor", StringComparison.Ordinal);

    [GeneratedRegex("```lock\n(?<lock>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex LockBlock();

    private static async Task<string[]> AnalyzedAsync(string code)
    {
        Analysis analysis = await Analysis.AnalyzeAsync(Sources.Call(code));
        analysis.Errors.ShouldBeEmpty();
        return [.. analysis.Diagnostics.Select(diagnostic => diagnostic.Id)];
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();

    private static string Read(params string[] path) => File.ReadAllText(Repository.PathOf(path));
}
