using Kusto.Typed.Ingestion.Queued;
using Kusto.Typed.Ingestion.Streaming;

namespace Kusto.Typed.Ingestion.Managed;

/// <summary>Streams a call that fits into one request, and queues what does not or what streaming refuses.</summary>
internal sealed class ManagedRoute : IBatchRoute
{
    private readonly IngestTarget _target;
    private readonly StreamingSender _streaming;
    private readonly QueuedSender _queued;
    private readonly StreamingMemory _memory;
    private readonly BatchLimit _streamed;
    private readonly BatchLimit _large;
    private volatile FallbackReason _wholeCall;

    /// <param name="target">Where the rows go.</param>
    /// <param name="streaming">Streams.</param>
    /// <param name="queued">Queues.</param>
    /// <param name="memory">What earlier batches have met.</param>
    /// <param name="options">The limits of both ways.</param>
    /// <param name="hasProperties">True where the call has properties, which no streaming request carries.</param>
    public ManagedRoute(
        IngestTarget target,
        StreamingSender streaming,
        QueuedSender queued,
        StreamingMemory memory,
        KustoIngestOptions options,
        bool hasProperties)
    {
        _target = target;
        _streaming = streaming;
        _queued = queued;
        _memory = memory;
        _large = QueuedRoute.LimitOf(options);
        _streamed = _large with { Bytes = Math.Min(options.MaxStreamingBatchBytes, _large.Bytes) };
        _wholeCall = hasProperties ? FallbackReason.Properties : memory.Avoided(target) ?? FallbackReason.None;
    }

    public IngestRoute Route => IngestRoute.Managed;

    public BatchLimit Limit => _wholeCall == FallbackReason.None ? _streamed : _large;

    /// <summary>A call that goes on beyond one streaming request is queued as a whole.</summary>
    public bool TryGrow()
    {
        if (_wholeCall != FallbackReason.None)
        {
            return false;
        }

        _wholeCall = FallbackReason.TooLarge;
        return true;
    }

    public Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken)
    {
        // Said now: the call may turn to queueing while this batch is on its way.
        FallbackReason queue = _wholeCall == FallbackReason.None
            ? _memory.Avoided(_target) ?? FallbackReason.None
            : _wholeCall;
        return Attempts.RunAsync(
            batch.Identity,
            IngestRoute.Streaming,
            delivery => SendAsync(batch, delivery, queue, cancellationToken),
            cancellationToken);
    }

    private async Task SendAsync(
        CsvBatch batch, Delivery delivery, FallbackReason queue, CancellationToken cancellationToken)
    {
        string? said = null;
        if (queue == FallbackReason.None)
        {
            KustoServiceException? failure =
                await _streaming.SendAsync(batch, delivery, cancellationToken).ConfigureAwait(false);
            if (failure is null || StreamingFailure.FallbackOf(failure) is not { } reason)
            {
                return;
            }

            _memory.Remember(_target, reason);
            if (reason == FallbackReason.MappingUnknown)
            {
                _queued.ForgetMapping();
            }

            queue = reason;
            said = failure.Message;
        }

        delivery.FallBack(IngestRoute.Queued, queue, said);
        await _queued.SendAsync(batch, delivery, cancellationToken).ConfigureAwait(false);
    }
}
