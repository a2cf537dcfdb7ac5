using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Ingest;

/// <summary>Files into a table, and what is said of it.</summary>
/// <param name="Ingestor">Where they go.</param>
/// <param name="Path">The file or folder.</param>
/// <param name="Patience">How long queued rows are waited for; 0: not at all.</param>
internal sealed record FileIngestion(KustoIngestor Ingestor, string Path, TimeSpan Patience)
{
    private static readonly FindingRule s_bad = new("KI001", FindingLevel.Error, "A record does not fit the table");

    /// <summary>Sends a file as it is.</summary>
    public async Task<int> RawAsync(
        string table, RawIngestProperties properties, ToolInvocation invocation, CancellationToken cancellationToken)
    {
        FileStream stream = File.OpenRead(Path);
        await using var closed = stream.ConfigureAwait(false);
        IngestResult result = await IngestProgressBar
            .RunAsync(invocation, _ => Ingestor.IngestStreamAsync(stream, table, properties, cancellationToken)).ConfigureAwait(false);
        return await EndAsync(result, [], invocation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends records that are checked against a declared table first.</summary>
    public async Task<int> CheckedAsync(
        TableSchema table, KustoCsvSourceOptions options, ToolInvocation invocation, CancellationToken cancellationToken)
    {
        List<Finding> skipped = [];
        options = options with { OnBadRecord = options.BadRecords == BadRecords.Skip ? problem => skipped.Add(Bad(problem)) : null };
        DeclaredRow.Schema = table;
        try
        {
            CsvIngestResult result = await IngestProgressBar.RunAsync(
                invocation,
                progress => Ingestor.IngestCsvAsync<DeclaredRow>(
                    Path, options, progress: progress, cancellationToken: cancellationToken)).ConfigureAwait(false);
            return await EndAsync(result.Rows, skipped, invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (KustoSourceException refused)
        {
            FindingWriter.Write([.. refused.Problems.Select(Bad)], OutputFormat.Text, invocation);
            await invocation.Error.WriteLineAsync("Nothing was sent.").ConfigureAwait(false);
            return ExitCode.Finding;
        }
    }

    private async Task<int> EndAsync(
        IngestResult result, List<Finding> skipped, ToolInvocation invocation, CancellationToken cancellationToken)
    {
        if (Patience > TimeSpan.Zero)
        {
            await result.WaitUntilIngestedAsync(Patience, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        FindingWriter.Write(skipped, OutputFormat.Text, invocation);
        await invocation.Output.WriteLineAsync(result.ToString()).ConfigureAwait(false);
        return skipped.Count > 0 ? ExitCode.Finding : ExitCode.Fine;
    }

    private static Finding Bad(RecordProblem problem) => new(
        s_bad, problem.Column is null ? $"{problem.Reason}." : $"column '{problem.Column}': {problem.Reason}.")
    {
        File = problem.Source,
        Line = (int)Math.Min(problem.Line, int.MaxValue),
        Column = 1,
    };
}
