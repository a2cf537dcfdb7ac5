namespace Kusto.Typed.Ingestion;

/// <summary>Says which batches did not come into the table, and why.</summary>
internal static class IngestionProblem
{
    private const int MostListed = 10;

    public static string Of(IngestResult result)
    {
        BatchReceipt[] failed = [.. result.Batches.Where(batch => !IngestionStatus.IsDone(batch))];
        string opening = $"{result.Database}.{result.Table}: {failed.Length} of {result.Batches.Count} batches "
            + $"({failed.Sum(batch => (long)batch.RowCount)} rows) are not known to be in the table.";
        IEnumerable<string> each = failed.Take(MostListed).Select(batch =>
            $"Source {batch.SourceId} ({batch.RowCount} rows from row {batch.FirstRowIndex}) {Said(batch)}");
        string[] more = failed.Length > MostListed ? [$"And {failed.Length - MostListed} more."] : [];
        return string.Join(' ', [opening, .. each, .. more]);
    }

    private static string Said(BatchReceipt batch)
    {
        string what = batch.Status switch
        {
            BatchStatus.Unknown when batch.Outcome == BatchOutcome.Accepted =>
                $"was accepted, and no report of it was asked for ({nameof(QueuedIngestProperties.ReportLevel)})",
            BatchStatus.Unknown when batch.Outcome == BatchOutcome.Unknown => "was sent and the answer was lost",
            BatchStatus.Unknown => "was not accepted",
            BatchStatus.PartiallySucceeded => "is in the table in part",
            BatchStatus.Skipped => "was skipped",
            BatchStatus.Canceled => "was cancelled",
            _ => "failed",
        };
        string code = batch.ErrorCode is null ? "" : $" ({batch.ErrorCode})";
        return batch.Reason is { Length: > 0 } reason ? $"{what}{code}: {reason.TrimEnd('.')}." : $"{what}{code}.";
    }
}
