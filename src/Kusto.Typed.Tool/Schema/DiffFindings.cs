using Kusto.Typed.Tool.Output;
using Spectre.Console;

namespace Kusto.Typed.Tool.Schema;

/// <summary>Differences between types and tables as the tool reports them.</summary>
internal static class DiffFindings
{
    private static readonly FindingRule s_note = new("KS000", FindingLevel.Note, "The table has more than the type declares");
    private static readonly FindingRule s_safe = new("KS001", FindingLevel.Warning, "The table differs, and may be changed safely");
    private static readonly FindingRule s_care = new("KS002", FindingLevel.Warning, "The table differs, and changing it needs care");
    private static readonly FindingRule s_loss = new("KS003", FindingLevel.Error, "The table differs, and changing it loses data");

    /// <summary>Writes them all.</summary>
    /// <returns><see cref="ExitCode.Finding"/> where the tables are out of step.</returns>
    public static int Write(KustoSchemaDiff diff, bool strict, OutputFormat format, ToolInvocation invocation)
    {
        if (format == OutputFormat.Text)
        {
            foreach (string line in diff.ToString().Split('\n'))
            {
                invocation.Console.MarkupLine(Colored(line));
            }
        }
        else
        {
            FindingWriter.Write([.. diff.Differences.Select(Finding)], format, invocation);
        }

        bool isInStep = strict ? diff.Differences.Count == 0 : diff.IsInStep;
        return isInStep ? ExitCode.Fine : ExitCode.Finding;
    }

    private static Finding Finding(SchemaDifference difference) =>
        new(
            !difference.IsDrift ? s_note : difference.Class switch
            {
                SchemaChangeClass.Safe => s_safe,
                SchemaChangeClass.NeedsCare => s_care,
                _ => s_loss,
            },
            difference.Advice is null ? $"{difference}." : $"{difference}. {difference.Advice}");

    private static string Colored(string line)
    {
        string text = Markup.Escape(line);
        return line.StartsWith("loses data", StringComparison.Ordinal) ? $"[red]loses data[/]{text["loses data".Length..]}"
            : line.StartsWith("needs care", StringComparison.Ordinal) ? $"[yellow]needs care[/]{text["needs care".Length..]}"
            : line.StartsWith("safe", StringComparison.Ordinal) ? $"[green]safe[/]{text["safe".Length..]}"
            : text;
    }
}
