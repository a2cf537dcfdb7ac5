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
        Read("docs", "diagnostics", "README.md").ShouldContain($" | {title} |\n");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void CodeOfThePageCausesAndMendsIt(string id)
    {
        string page = Read("docs", "diagnostics", id + ".md");
        string[] blocks = [.. CodeBlock().Matches(page).Select(match => match.Groups["code"].Value)];
        if (id == DiagnosticDescriptors.LanguageTooOld.Id)
        {
            blocks.ShouldBeEmpty();
            return;
        }

        string? locked = LockBlock().Match(page) is { Success: true } match ? match.Groups["lock"].Value : null;
        Reported(id, blocks[0], locked).ShouldNotBeEmpty();
        Reported(id, blocks[0], locked).ShouldAllBe(reported => reported == id);

        // What is wrong with a lock is mended there.
        blocks.Length.ShouldBe(id == DiagnosticDescriptors.LockNotReadable.Id ? 1 : 2);
        if (blocks.Length > 1)
        {
            Reported(id, blocks[1], locked).ShouldBeEmpty();
        }
    }

    [Fact]
    public void NoPageIsLeftBehind() =>
        Directory.GetFiles(Repository.PathOf("docs", "diagnostics"), "KT*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(DiagnosticDescriptors.All.Select(descriptor => descriptor.Id), ignoreOrder: true);

    // Remarks of other kinds are no matter of the page.
    private static string[] Reported(string id, string code, string? locked) =>
        [.. Generation.Generate(IsWhole(code) ? Sources.InWeather(code) : Sources.Row(code), locked: locked)
            .Diagnostics
            .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(diagnostic => diagnostic.Id)];

    private static bool IsWhole(string code) =>
        code.Contains("[KustoTable", StringComparison.Ordinal) || code.Contains("[KustoRowFor", StringComparison.Ordinal);

    [GeneratedRegex("```lock\n(?<lock>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex LockBlock();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();

    private static string Read(params string[] path) => File.ReadAllText(Repository.PathOf(path));
}
