using Kusto.Typed.Ingestion;

namespace Kusto.Typed;

/// <summary>
/// What became of the rows that were handed to <c>IngestAsync</c>: every row read is in one batch of it,
/// or was skipped.
/// </summary>
/// <remarks>
/// It speaks of rows submitted until the service has confirmed them: a queued batch is accepted when the service has it,
/// and in the table when <see cref="WaitUntilIngestedAsync"/> says so.
/// </remarks>
public sealed class IngestResult
{
    private readonly IngestionFollower? _follower;

    internal IngestResult(
        string database,
        string table,
        IReadOnlyList<BatchReceipt> batches,
        TimeSpan elapsed,
        IngestionFollower? follower = null,
        long rowsSkipped = 0)
    {
        Database = database;
        Table = table;
        Batches = batches;
        Elapsed = elapsed;
        _follower = follower;
        RowsSkipped = rowsSkipped;
    }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The batches in the order of their rows; none for an empty source, of which nothing is sent.</summary>
    public IReadOnlyList<BatchReceipt> Batches { get; }

    /// <summary>The time from the call to its end; zero for a result that was resumed.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>All rows that were read from the source and made into batches.</summary>
    public long RowsSubmitted => Batches.Sum(batch => (long)batch.RowCount);

    /// <summary>The rows of the batches that the service has taken.</summary>
    public long RowsAccepted => Rows(BatchOutcome.Accepted);

    /// <summary>The rows of the batches of which nothing is in the table.</summary>
    public long RowsNotAccepted => Rows(BatchOutcome.NotAccepted);

    /// <summary>The rows of the batches whose answer was lost.</summary>
    public long RowsUnknown => Rows(BatchOutcome.Unknown);

    /// <summary>
    /// The rows that were read and left out since they could not be written; 0 but under
    /// <see cref="ValuePolicy.SkipRow"/>. They are in no batch.
    /// </summary>
    public long RowsSkipped { get; }

    /// <summary>
    /// The values that did not fit and that something else was written for; 0 but under <see cref="ValuePolicy.Replace"/>.
    /// </summary>
    public long ValuesReplaced => Batches.Sum(batch => batch.ValuesReplaced);

    /// <summary>The size of all batches as CSV, in bytes.</summary>
    public long RawBytes => Batches.Sum(batch => batch.RawBytes);

    /// <summary>The size of all batches as they travelled, in bytes.</summary>
    public long CompressedBytes => Batches.Sum(batch => batch.CompressedBytes);

    /// <summary>Waits until the rows are in the table and can be queried.</summary>
    /// <remarks>
    /// Streamed and inline batches are there already. Queued ones are followed by the service's own reports: first after
    /// a moment, then less and less often, every 15 seconds in the end. Nothing is lost by waiting in vain: the result can
    /// be waited for again, also by another process (<see cref="ToJson"/>).
    /// </remarks>
    /// <param name="timeout">How long to wait; null: until the service has decided, which may take it hours.</param>
    /// <param name="progress">Told each time something changes; null: nobody.</param>
    /// <param name="cancellationToken">Ends the waiting, not the ingestion.</param>
    /// <returns>The same result with the final status of each batch: all rows are in the table.</returns>
    /// <exception cref="KustoIngestException">
    /// The rows of some batch are not in the table, or nobody knows; it has the status of all.
    /// </exception>
    /// <exception cref="KustoTypedException">The service can no longer say what became of a batch.</exception>
    /// <exception cref="TimeoutException">Within the time the service has not decided about all batches.</exception>
    public async Task<IngestResult> WaitUntilIngestedAsync(
        TimeSpan? timeout = null,
        IProgress<IngestionStatus>? progress = null,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<BatchReceipt> batches = _follower is null
            ? Batches
            : await _follower.WaitAsync(Batches, timeout, progress, cancellationToken).ConfigureAwait(false);
        IngestResult result = new(Database, Table, batches, Elapsed, _follower, RowsSkipped);
        return IngestionStatus.Of(batches).BatchesFailed == 0
            ? result
            : throw new KustoIngestException(IngestionProblem.Of(result), result, innerException: null);
    }

    /// <summary>The result as JSON, without keys or tokens, from which another process can go on waiting.</summary>
    public string ToJson() => IngestResultJson.Write(this, _follower?.Cluster);

    /// <summary>The result that was written by <see cref="ToJson"/>, to wait for or to look into.</summary>
    /// <param name="connection">The same cluster, with whatever credential may ask it.</param>
    /// <param name="json">What <see cref="ToJson"/> returned.</param>
    /// <exception cref="ArgumentException">The text is no result, or one of another cluster.</exception>
    public static IngestResult Resume(KustoConnection connection, string json)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        return IngestResultJson.Read(connection, json);
    }

    /// <summary>The result in a sentence: where to, how many batches and rows, and what became of them.</summary>
    public override string ToString() =>
        Sent()
        + (RowsSkipped > 0 ? $", {RowsSkipped} {(RowsSkipped == 1 ? "row" : "rows")} skipped" : "")
        + (ValuesReplaced > 0 ? $", {ValuesReplaced} {(ValuesReplaced == 1 ? "value" : "values")} replaced" : "");

    private string Sent() =>
        Batches.Count == 0
            ? $"{Database}.{Table}: no rows, nothing was sent"
            : $"{Database}.{Table}: {Part(BatchOutcome.Accepted)} accepted, {Part(BatchOutcome.NotAccepted)} not accepted"
                + (Batches.Any(batch => batch.Outcome == BatchOutcome.Unknown)
                    ? $", {Part(BatchOutcome.Unknown)} of unknown outcome"
                    : "");

    private string Part(BatchOutcome outcome)
    {
        long rows = Rows(outcome);
        int batches = Batches.Count(batch => batch.Outcome == outcome);
        return $"{rows} {(rows == 1 ? "row" : "rows")} in {batches} {(batches == 1 ? "batch" : "batches")}";
    }

    private long Rows(BatchOutcome outcome) =>
        Batches.Where(batch => batch.Outcome == outcome).Sum(batch => (long)batch.RowCount);
}
