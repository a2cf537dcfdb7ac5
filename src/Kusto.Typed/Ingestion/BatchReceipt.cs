using Kusto.Typed.Ingestion;

namespace Kusto.Typed;

/// <summary>What became of one batch of rows.</summary>
public sealed record BatchReceipt
{
    /// <summary>The batch's own id, the same at every attempt.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The index of the batch's first row in the source, from 0; 0 for a raw source.</summary>
    public required long FirstRowIndex { get; init; }

    /// <summary>
    /// The number of rows, without those that were skipped; 0 for a raw source, whose rows nobody has counted.
    /// </summary>
    public required int RowCount { get; init; }

    /// <summary>
    /// The values of its rows that did not fit and that something else was written for; 0 but under
    /// <see cref="ValuePolicy.Replace"/>.
    /// </summary>
    public long ValuesReplaced { get; init; }

    /// <summary>The size before compression, in bytes; 0 for a blob whose size was not given.</summary>
    public required long RawBytes { get; init; }

    /// <summary>
    /// The size as it travels, in bytes; 0 for a batch that was given up before it was complete, and for a blob that
    /// lay in its place already.
    /// </summary>
    public required long CompressedBytes { get; init; }

    /// <summary>The way the batch took.</summary>
    public required IngestRoute Route { get; init; }

    /// <summary>Why it took another way than the one asked for.</summary>
    public FallbackReason Fallback { get; init; }

    /// <summary>What the service said when it refused the way asked for; null where it was not asked.</summary>
    public string? FallbackDetail { get; init; }

    /// <summary>What became of it.</summary>
    public required BatchOutcome Outcome { get; init; }

    /// <summary>
    /// How far it is on its way into the table, as known when the call returned; after
    /// <see cref="IngestResult.WaitUntilIngestedAsync"/>, how it ended.
    /// </summary>
    public BatchStatus Status { get; init; }

    /// <summary>
    /// How often the service was asked to take it: by a streaming request, a command, a queue message or a submission.
    /// 0: never.
    /// </summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// True where it was sent again after a lost answer: its rows may be in the table more than once.
    /// </summary>
    public bool MayBeDuplicated { get; init; }

    /// <summary>Why it was not accepted, is not known to be, or was not ingested; null where all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The request id of the last attempt, to look for in the service's logs; null: it was never sent.
    /// </summary>
    public string? ClientRequestId { get; init; }

    /// <summary>The service's code of why it was not ingested; null where it was, or where nobody knows.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>True where the service says that ingesting the same again would fail again; null where it says nothing.</summary>
    public bool? IsPermanentFailure { get; init; }

    /// <summary>The service's id of the ingestion, to look for in <c>.show operations</c>; null where there is none.</summary>
    public string? OperationId { get; init; }

    /// <summary>True where the service was told to ingest it only if it is not there already.</summary>
    internal bool MayBeSkipped { get; init; }

    /// <summary>How its fate is found out; null: not at all.</summary>
    internal BatchTracking? Tracking { get; init; }

    /// <summary>What the last attempt failed with; null where it did not.</summary>
    internal Exception? Failure { get; init; }
}
