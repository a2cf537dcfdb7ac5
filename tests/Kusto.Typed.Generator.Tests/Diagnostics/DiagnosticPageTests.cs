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
        Read("src", "Kusto.Typed.Generator", "AnalyzerReleases.Unshipped.md").ShouldContain($"{id} | Kusto.Typed | {descriptor.DefaultSeverity} | {title}\n");
        Read("docs", "diagnostics", "README.md").ShouldContain($"- [{id}]({id}.md): {title}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task CodeOfThePageCausesAndMendsIt(string id)
    {
        string[] blocks = [.. CodeBlock().Matches(Read("docs", "diagnostics", id + ".md")).Select(match => match.Groups["code"].Value)];
        if (id == DiagnosticDescriptors.LanguageTooOld.Id)
        {
            blocks.ShouldBeEmpty();
            return;
        }

        blocks.Length.ShouldBe(2);
        string[] caused = await ReportedAsync(id, blocks[0]);
        caused.ShouldNotBeEmpty();
        caused.ShouldAllBe(reported => reported == id);
        (await ReportedAsync(id, blocks[1])).ShouldBeEmpty();
    }

    [Fact]
    public void NoPageIsLeftBehind() =>
        Directory.GetFiles(Repository.PathOf("docs", "diagnostics"), "KT*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(DiagnosticDescriptors.All.Select(descriptor => descriptor.Id), ignoreOrder: true);

    private static async Task<string[]> ReportedAsync(string id, string code) =>
        Analysis.Reports(id) ? await AnalyzedAsync(code) : Generated(code);

    private static string[] Generated(string code) =>
        [.. Generation.Generate(code.Contains("[KustoTable", StringComparison.Ordinal) ? Sources.InWeather(code) : Sources.Row(code))
            .Diagnostics.Select(diagnostic => diagnostic.Id)];

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
