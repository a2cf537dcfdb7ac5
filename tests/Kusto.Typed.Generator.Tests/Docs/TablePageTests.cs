using System.Text.RegularExpressions;
using Kusto.Typed.Generator.Tests.Testing;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Generator.Tests.Docs;

public sealed partial class TablePageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "tables.md"));

    public static TheoryData<string> Blocks { get; } =
        [.. CodeBlock().Matches(s_page).Select(match => match.Groups["code"].Value).Where(code => code.Contains("[Kusto", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void CodeOfThePageCompiles(string code) => Generation.Generate(Sources.InWeather(code)).ShouldCompile();

    [Fact]
    public void GeneratedCodeOfThePageIsWhatIsGenerated()
    {
        string shown = CodeBlock().Matches(s_page[s_page.IndexOf("<!-- generated -->", StringComparison.Ordinal)..])
            .Single().Groups["code"].Value.TrimEnd();
        string snapshot = File.ReadAllText(
            Repository.PathOf("tests", "Kusto.Typed.Generator.Tests", "Snapshots", "StormEvents.verified.cs"));
        snapshot.Replace("\n    ", "\n", StringComparison.Ordinal).ShouldContain(shown);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();
}
