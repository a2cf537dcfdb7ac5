using Spectre.Console;

namespace Kusto.Typed.Tool.Ingest;

/// <summary>A line that says how far an ingestion has come, where somebody looks at it.</summary>
internal static class IngestProgressBar
{
    /// <summary>Runs an ingestion that reports to a bar on a terminal, and to nobody elsewhere.</summary>
    public static async Task<T> RunAsync<T>(ToolInvocation invocation, Func<IProgress<IngestProgress>?, Task<T>> ingest)
    {
        if (!invocation.Console.Profile.Capabilities.Interactive || !invocation.Console.Profile.Capabilities.Ansi)
        {
            return await ingest(null).ConfigureAwait(false);
        }

        return await invocation.Console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask("reading").IsIndeterminate();
                T result = await ingest(new Report(task)).ConfigureAwait(false);
                task.Value = task.MaxValue;
                return result;
            }).ConfigureAwait(false);
    }

    private sealed class Report(ProgressTask task) : IProgress<IngestProgress>
    {
        void IProgress<IngestProgress>.Report(IngestProgress value) => task.Description = FormattableString.Invariant(
            $"{value.RowsAccepted:N0} rows in {value.BatchesAccepted:N0} batches, {value.CompressedBytes / 1e6:N1} MB sent");
    }
}
