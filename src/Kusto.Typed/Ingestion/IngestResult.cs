namespace Kusto.Typed;

/// <summary>
/// What became of the rows that were handed to <c>IngestAsync</c>: every row read is in one batch of it.
/// </summary>
public sealed class IngestResult
{
    internal IngestResult(string database, string table, IReadOnlyList<BatchReceipt> batches, TimeSpan elapsed)
    {
        Database = database;
        Table = table;
        Batches = batches;
        Elapsed = elapsed;
    }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The batches in the order of their rows; none for an empty source, of which nothing is sent.</summary>
    public IReadOnlyList<BatchReceipt> Batches { get; }

    /// <summary>The time from the call to its end.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>All rows that were read from the source and made into batches.</summary>
    public long RowsSubmitted => Batches.Sum(batch => (long)batch.RowCount);

    /// <summary>The rows of the batches that the service has taken.</summary>
    public long RowsAccepted => Rows(BatchOutcome.Accepted);

    /// <summary>The rows of the batches of which nothing is in the table.</summary>
    public long RowsNotAccepted => Rows(BatchOutcome.NotAccepted);

    /// <summary>The rows of the batches whose answer was lost.</summary>
    public long RowsUnknown => Rows(BatchOutcome.Unknown);

    /// <summary>The size of all batches as CSV, in bytes.</summary>
    public long RawBytes => Batches.Sum(batch => batch.RawBytes);

    /// <summary>The size of all batches as they travelled, in bytes.</summary>
    public long CompressedBytes => Batches.Sum(batch => batch.CompressedBytes);

    /// <summary>The result in a sentence: where to, how many batches and rows, and what became of them.</summary>
    public override string ToString() =>
        Batches.Count == 0
            ? $"{Database}.{Table}: no rows, nothing was sent"
            : $"{Database}.{Table}: {Part(BatchOutcome.Accepted)} accepted, {Part(BatchOutcome.NotAccepted)} not accepted"
                + (RowsUnknown > 0 ? $", {Part(BatchOutcome.Unknown)} of unknown outcome" : "");

    private string Part(BatchOutcome outcome)
    {
        long rows = Rows(outcome);
        int batches = Batches.Count(batch => batch.Outcome == outcome);
        return $"{rows} {(rows == 1 ? "row" : "rows")} in {batches} {(batches == 1 ? "batch" : "batches")}";
    }

    private long Rows(BatchOutcome outcome) =>
        Batches.Where(batch => batch.Outcome == outcome).Sum(batch => (long)batch.RowCount);
}
