using System.Text.Json;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Tests.Output;

public sealed class FindingWriterTests
{
    private static readonly FindingRule s_gap = new("KL900", FindingLevel.Error, "A field is read by nothing");
    private static readonly FindingRule s_alias = new("KL901", FindingLevel.Note, "A type is an alias");

    private static readonly Finding[] s_findings =
    [
        new(s_gap, "Field 15 of [State] | is skipped.") { File = "a b/storms.md", Line = 7, Column = 12 },
        new(s_alias, "'int64' is 'long'.") { File = "storms.kql" },
        new(s_alias, "Nowhere in particular."),
    ];

    [Fact]
    public void TextIsOneLineForEachFinding() =>
        Write(OutputFormat.Text, s_findings).Output.ShouldBe(
            """
            a b/storms.md(7,12): error KL900: Field 15 of [State] | is skipped.
            storms.kql: note KL901: 'int64' is 'long'.
            note KL901: Nowhere in particular.

            """);

    [Fact]
    public void LongTextStaysOneLine() =>
        Write(OutputFormat.Text, [new(s_gap, new string('x', 5_000))]).Output.Count('\n').ShouldBe(1);

    [Fact]
    public void MarkdownIsATableWhoseCellsAreNoMarkup() =>
        Write(OutputFormat.Markdown, s_findings[..1]).Output.ShouldBe(
            """
            | Level | Rule | Where | What |
            | --- | --- | --- | --- |
            | error | KL900 | a b/storms.md:7:12 | Field 15 of \[State\] \| is skipped. |

            """);

    [Fact]
    public void JsonLeavesOutWhatIsNotKnown()
    {
        using JsonDocument json = JsonDocument.Parse(Write(OutputFormat.Json, s_findings).Output);
        json.RootElement.GetArrayLength().ShouldBe(3);
        json.RootElement[0].GetProperty("line").GetInt32().ShouldBe(7);
        json.RootElement[0].GetProperty("column").GetInt32().ShouldBe(12);
        json.RootElement[1].GetProperty("file").GetString().ShouldBe("storms.kql");
        json.RootElement[1].TryGetProperty("line", out _).ShouldBeFalse();
        json.RootElement[2].TryGetProperty("file", out _).ShouldBeFalse();
    }

    [Fact]
    public void SarifSaysWhatTheStandardWants()
    {
        using JsonDocument json = JsonDocument.Parse(Write(OutputFormat.Sarif, s_findings).Output);
        json.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        JsonElement run = json.RootElement.GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        JsonElement result = run.GetProperty("results")[0];
        rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe("KL900");
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("a%20b/storms.md");
        place.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(7);
        run.GetProperty("results")[2].TryGetProperty("locations", out _).ShouldBeFalse();
    }

    [Fact]
    public void OnlyMoreThanANoteEndsTheRunWithOne()
    {
        Write(OutputFormat.Text, []).ExitCode.ShouldBe(ExitCode.Fine);
        Write(OutputFormat.Text, s_findings[1..]).ExitCode.ShouldBe(ExitCode.Fine);
        Write(OutputFormat.Text, s_findings).ExitCode.ShouldBe(ExitCode.Finding);
    }

    private static (int ExitCode, string Output) Write(OutputFormat format, IReadOnlyCollection<Finding> findings)
    {
        using StringWriter output = new();
        int exitCode = FindingWriter.Write(
            findings, format, new ToolInvocation { Input = TextReader.Null, Output = output });
        return (exitCode, output.ToString().ReplaceLineEndings("\n"));
    }
}
