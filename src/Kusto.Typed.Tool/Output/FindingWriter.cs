namespace Kusto.Typed.Tool.Output;

/// <summary>Writes findings in the format that was asked for.</summary>
internal static class FindingWriter
{
    /// <summary>Writes all findings to standard output.</summary>
    /// <returns><see cref="ExitCode.Finding"/> where one is more than a note.</returns>
    public static int Write(IReadOnlyCollection<Finding> findings, OutputFormat format, ToolInvocation invocation)
    {
        switch (format)
        {
            case OutputFormat.Json:
                JsonFindingWriter.Write(findings, invocation.Output);
                break;
            case OutputFormat.Markdown:
                MarkdownFindingWriter.Write(findings, invocation.Output);
                break;
            case OutputFormat.Sarif:
                SarifFindingWriter.Write(findings, invocation.Output);
                break;
            default:
                TextFindingWriter.Write(findings, invocation.Console);
                break;
        }

        return findings.Any(finding => finding.Level > FindingLevel.Note) ? ExitCode.Finding : ExitCode.Fine;
    }
}
