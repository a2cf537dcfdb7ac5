using System.Globalization;

namespace Kusto.Typed.Tool.Output;

/// <summary>A table with one row for each finding, for the comment of a review.</summary>
internal static class MarkdownFindingWriter
{
    public static void Write(IReadOnlyCollection<Finding> findings, TextWriter output)
    {
        if (findings.Count == 0)
        {
            output.Write("Nothing found.\n");
            return;
        }

        output.Write("| Level | Rule | Where | What |\n| --- | --- | --- | --- |\n");
        foreach (Finding finding in findings)
        {
            string level = finding.Level.ToString().ToLowerInvariant();
            output.Write($"| {level} | {finding.RuleId} | {Cell(Place(finding))} | {Cell(finding.Message)} |\n");
        }
    }

    private static string Place(Finding finding) =>
        finding.File is null ? ""
        : finding.Line == 0 ? finding.File
        : string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{finding.Line}:{finding.Column}");

    // What stands in the files must not become markup: a bar would end the cell, the rest would change how it looks.
    private static string Cell(string text)
    {
        foreach (char mark in @"\|`*_<>[]")
        {
            text = text.Replace($"{mark}", $"\\{mark}");
        }

        return text.Replace("\r", "").Replace('\n', ' ');
    }
}
