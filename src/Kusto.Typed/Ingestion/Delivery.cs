using System.Globalization;

namespace Kusto.Typed.Ingestion;

/// <summary>The attempts to bring one batch to the service, and what is known of the batch after each.</summary>
/// <remarks>
/// A lost answer is never forgotten: whatever later attempts say, on whatever route, the earlier one may have taken
/// effect.
/// </remarks>
internal sealed class Delivery(BatchIdentity batch, IngestRoute route)
{
    private BatchOutcome _outcome = BatchOutcome.NotAccepted;
    private bool _answerWasLost;
    private bool _isUnderWay;
    private bool _wasRepeated;
    private string? _clientRequestId;
    private string? _reason;
    private Exception? _failure;
    private FallbackReason _fallback;
    private string? _fallbackDetail;
    private BatchTracking? _tracking;

    public int Attempts { get; private set; }

    public IngestRoute Route { get; private set; } = route;

    /// <summary>True where the service is told to ingest the batch only if it is not there already.</summary>
    public bool MayBeSkipped { get; set; }

    /// <summary>Begins an attempt.</summary>
    /// <returns>The id of its request: the kind of request, the batch and the attempt.</returns>
    public string BeginAttempt(string requestKind)
    {
        _isUnderWay = true;
        _wasRepeated |= _answerWasLost;
        string attempt = Attempts.ToString(CultureInfo.InvariantCulture);
        Attempts++;
        return _clientRequestId = $"{requestKind};{batch.SourceId};{attempt}";
    }

    /// <summary>The service has the batch.</summary>
    /// <param name="tracking">How its further fate is found out; null: it has none, or nobody reports it.</param>
    public void Accepted(BatchTracking? tracking = null)
    {
        _isUnderWay = false;
        _outcome = BatchOutcome.Accepted;
        _reason = null;
        _failure = null;
        _tracking = tracking;
    }

    /// <summary>The service answered with success, and with another number of records than were sent.</summary>
    public void Miscounted(long records)
    {
        _isUnderWay = false;
        _outcome = BatchOutcome.Unknown;
        _reason = $"The service says that it took {records} records, and {batch.Rows.RowCount} were sent.";
        _failure = new KustoTypedException($"{_reason} Request {_clientRequestId}.");
    }

    /// <summary>The attempt failed; the advice says what to do about it, null: nothing beyond the message.</summary>
    public void Failed(KustoServiceException failure, string? advice = null)
    {
        _isUnderWay = false;
        _answerWasLost |= failure.IsOutcomeUnknown;
        Prevented(failure, advice);
    }

    /// <summary>Something failed on the way to an attempt, which by itself brings no row into the table.</summary>
    public void Prevented(KustoTypedException failure, string? advice = null)
    {
        _reason = advice is null ? failure.Message : $"{failure.Message} {advice}";
        _failure = failure;
    }

    /// <summary>The batch takes another route than the one asked for.</summary>
    /// <param name="route">The route from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="detail">What the service said; null: it was not asked.</param>
    public void FallBack(IngestRoute route, FallbackReason reason, string? detail = null)
    {
        Route = route;
        _fallback = reason;
        _fallbackDetail = detail;
    }

    /// <summary>Nobody goes on with the batch; an attempt that was under way may have taken effect.</summary>
    public void Broke(Exception exception, bool isCancelled)
    {
        _answerWasLost |= _isUnderWay;
        _reason = isCancelled ? "The ingestion was cancelled." : exception.Message;
        _failure = exception;
    }

    public BatchReceipt Receipt() => new()
    {
        SourceId = batch.SourceId,
        FirstRowIndex = batch.Rows.FirstRowIndex,
        RowCount = batch.Rows.RowCount,
        ValuesReplaced = batch.Rows.ValuesReplaced,
        RawBytes = batch.Rows.RawBytes,
        CompressedBytes = batch.Length,
        Route = Route,
        Fallback = _fallback,
        FallbackDetail = _fallbackDetail,
        Outcome = Outcome(),
        Status = Status(),
        Attempts = Attempts,
        MayBeDuplicated = _wasRepeated && !batch.IsIdempotent,
        Reason = _reason,
        ClientRequestId = _clientRequestId,
        MayBeSkipped = MayBeSkipped,
        OperationId = _tracking?.OperationId,
        Tracking = _tracking,
        Failure = _failure,
    };

    private BatchOutcome Outcome() =>
        _outcome == BatchOutcome.NotAccepted && _answerWasLost ? BatchOutcome.Unknown : _outcome;

    private BatchStatus Status() =>
        _outcome != BatchOutcome.Accepted ? BatchStatus.Unknown
        : Route != IngestRoute.Queued ? BatchStatus.Succeeded
        : _tracking is null ? BatchStatus.Unknown
        : BatchStatus.Pending;
}
