using System.Globalization;

namespace Kusto.Typed.Ingestion;

/// <summary>The attempts to bring one batch to the service, and what is known of the batch after each.</summary>
/// <remarks>
/// A lost answer is never forgotten: whatever later attempts say, the earlier one may have taken effect.
/// </remarks>
internal sealed class Delivery(CsvBatch batch, IngestRoute route)
{
    private BatchOutcome _outcome = BatchOutcome.NotAccepted;
    private bool _answerWasLost;
    private bool _isUnderWay;
    private bool _mayBeDuplicated;
    private string? _clientRequestId;
    private string? _reason;
    private Exception? _failure;

    public int Attempts { get; private set; }

    /// <summary>Begins an attempt.</summary>
    /// <returns>The id of its request: the kind of request, the batch and the attempt.</returns>
    public string BeginAttempt(string requestKind)
    {
        _isUnderWay = true;
        _mayBeDuplicated |= _answerWasLost;
        string attempt = Attempts.ToString(CultureInfo.InvariantCulture);
        Attempts++;
        return _clientRequestId = $"{requestKind};{batch.SourceId};{attempt}";
    }

    /// <summary>The service says it has the batch; how many records it counted must be how many were sent.</summary>
    public void Answered(KustoCommandResult answer)
    {
        long? consumed = answer.Columns.Contains("ConsumedRecordsCount", StringComparer.Ordinal) && answer.Rows is [var row]
            ? row.GetInt64("ConsumedRecordsCount")
            : null;
        _isUnderWay = false;
        _outcome = BatchOutcome.Accepted;
        _reason = null;
        _failure = null;
        if (consumed is not null && consumed != batch.Rows.RowCount)
        {
            _outcome = BatchOutcome.Unknown;
            _reason = $"The service says that it took {consumed} records, and {batch.Rows.RowCount} were sent.";
            _failure = new KustoTypedException($"{_reason} Request {_clientRequestId}.");
        }
    }

    /// <summary>The attempt failed; the advice says what to do about it, null: nothing beyond the message.</summary>
    public void Failed(KustoServiceException failure, string? advice)
    {
        _isUnderWay = false;
        _answerWasLost |= failure.IsOutcomeUnknown;
        _reason = advice is null ? failure.Message : $"{failure.Message} {advice}";
        _failure = failure;
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
        RawBytes = batch.Rows.RawBytes,
        CompressedBytes = batch.Length,
        Route = route,
        Outcome = _outcome == BatchOutcome.NotAccepted && _answerWasLost ? BatchOutcome.Unknown : _outcome,
        Attempts = Attempts,
        MayBeDuplicated = _mayBeDuplicated,
        Reason = _reason,
        ClientRequestId = _clientRequestId,
        Failure = _failure,
    };
}
