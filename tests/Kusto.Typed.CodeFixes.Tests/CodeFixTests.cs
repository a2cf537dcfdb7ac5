using System.Text.RegularExpressions;
using Kusto.Typed.CodeFixes.Tests.Testing;
using Kusto.Typed.Testing;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed partial class CodeFixTests
{
    [Fact]
    public void DocumentationMarksTheDiagnosticsThatHaveAFix() =>
        Marked().Matches(File.ReadAllText(Repository.PathOf("docs", "diagnostics", "README.md")))
            .Select(match => match.Groups["id"].Value)
            .ShouldBe(FixRun.Providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct(), ignoreOrder: true);

    [Fact]
    public void EveryFixCanBeMadeEverywhere() =>
        FixRun.Providers.ShouldAllBe(provider => provider.GetFixAllProvider() != null);

    [GeneratedRegex(@"^\| \[(?<id>KT\d{4})\].*\| code fix \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();
}
