using System.Reflection;
using System.Text.RegularExpressions;
using Kusto.Typed.Build.Scripts;
using Kusto.Typed.Build.Tests.Testing;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Build.Tests;

/// <summary>What the page says of the build is what there is.</summary>
public sealed partial class SchemaScriptsPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "schema-scripts.md"));

    [Fact]
    public void EveryErrorIsOnThePage() =>
        ErrorRow().Matches(s_page).Select(match => match.Groups["id"].Value).ShouldBe(
            typeof(KustoBuildException).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(id => (string)id.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPropertyIsOnThePage()
    {
        string targets = File.ReadAllText(Repository.PathOf("src", "Kusto.Typed", "build", "Kusto.Typed.targets"));
        string[] used = [.. Property().Matches(targets).Select(match => match.Groups["name"].Value).Distinct()];
        PropertyRow().Matches(s_page).Select(match => match.Groups["name"].Value)
            .ShouldBe(used.Where(name => name != "KustoTypedTasks"), ignoreOrder: true);
    }

    [Fact]
    public void TheScriptOnThePageIsOneThatWasWritten()
    {
        ProjectTable[] tables = [.. ProjectTables.Read(TestAssembly.Own, []).Where(table => table.Table.Name == "Readings")];
        string[] written = KqlScript.Of(tables).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] shown = Script().Match(s_page).Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        shown.Length.ShouldBe(written.Length);
        for (int line = 0; line < shown.Length; line++)
        {
            string[] parts = shown[line].Split('…');
            written[line].ShouldStartWith(parts[0]);
            written[line].ShouldEndWith(parts[^1]);
        }
    }

    [GeneratedRegex(@"```kusto\n(?<text>[^`]*)```", RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex(@"^\| (?<id>KTB\d+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorRow();

    [GeneratedRegex(@"^\| `(?<name>Kusto\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PropertyRow();

    [GeneratedRegex(@"\$\((?<name>Kusto\w+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Property();
}
