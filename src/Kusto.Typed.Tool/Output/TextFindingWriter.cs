using System.Globalization;
using Spectre.Console;

namespace Kusto.Typed.Tool.Output;

/// <summary>One line for each finding, in the form that editors and build servers know from compilers.</summary>
internal static class TextFindingWriter
{
    public static void Write(IReadOnlyCollection<Finding> findings, IAnsiConsole console)
    {
        foreach (Finding finding in findings)
        {
            string level = finding.Level.ToString().ToLowerInvariant();
            console.Markup($"{Markup.Escape(Place(finding))}[{Color(finding.Level)}]{level} {finding.RuleId}[/]: ");
            console.WriteLine(finding.Message);
        }
    }

    private static string Place(Finding finding) =>
        finding.File is null ? ""
        : finding.Line == 0 ? $"{finding.File}: "
        : string.Create(CultureInfo.InvariantCulture, $"{finding.File}({finding.Line},{finding.Column}): ");

    private static string Color(FindingLevel level) => level switch
    {
        FindingLevel.Error => "red",
        FindingLevel.Warning => "yellow",
        _ => "blue",
    };
}
