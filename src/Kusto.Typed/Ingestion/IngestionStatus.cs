namespace Kusto.Typed;

/// <summary>How far the batches of a result are on their way into the table.</summary>
/// <param name="BatchesPending">The batches that the service has and has not ingested yet.</param>
/// <param name="BatchesSucceeded">The batches whose rows are in the table, and those that were there already.</param>
/// <param name="BatchesFailed">
/// The batches that were not ingested, or not wholly, and those of which nobody knows.
/// </param>
/// <param name="RowsIngested">The rows of the batches that succeeded.</param>
public sealed record IngestionStatus(int BatchesPending, int BatchesSucceeded, int BatchesFailed, long RowsIngested)
{
    internal static IngestionStatus Of(IReadOnlyCollection<BatchReceipt> batches)
    {
        int pending = batches.Count(batch => batch.Status == BatchStatus.Pending);
        BatchReceipt[] done = [.. batches.Where(IsDone)];
        return new IngestionStatus(
            pending, done.Length, batches.Count - pending - done.Length, done.Sum(batch => (long)batch.RowCount));
    }

    /// <summary>True where the batch's rows are in the table.</summary>
    internal static bool IsDone(BatchReceipt batch) =>
        batch.Status == BatchStatus.Succeeded || (batch.Status == BatchStatus.Skipped && batch.MayBeSkipped);
}
