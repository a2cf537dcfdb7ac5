using System.Runtime.CompilerServices;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion;

/// <summary>The batches of one call: one is filled while earlier ones are compressed and travel.</summary>
/// <remarks>
/// Filled by one caller. After a batch that was not accepted nothing more is sent; what travels is waited for, so
/// that the fate of every row is known in the end.
/// </remarks>
internal sealed class BatchFlow : IDisposable
{
    private readonly IngestTarget _target;
    private readonly IBatchRoute _route;
    private readonly KustoCompression _compression;
    private readonly string? _idempotencyKey;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _slots;
    private readonly SemaphoreSlim _travelling;
    private readonly int _slotCount;
    private readonly BlockChannels _channels = new();
    private readonly List<BatchReceipt> _receipts = [];
    private IngestProgress _accepted = new(0, 0, 0, 0);
    private CsvBatchBuilder? _open;

    public BatchFlow(
        IngestTarget target,
        IBatchRoute route,
        KustoIngestOptions options,
        string? idempotencyKey,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        _target = target;
        _route = route;
        _compression = route.TakesGzip ? options.Compression : KustoCompression.None;
        _idempotencyKey = idempotencyKey;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _slotCount = options.MaxBatchesInFlight + 1;
        _slots = new SemaphoreSlim(_slotCount);
        _travelling = new SemaphoreSlim(options.MaxBatchesInFlight);
    }

    /// <summary>Why the first batch was not accepted, with what it failed with; null while all were.</summary>
    public (string Reason, Exception Cause)? Failure { get; private set; }

    /// <summary>Cancelled where the source is to be read no further: by the caller, or after a failure.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Adds a block to the batch that is being filled; it is the flow's from now on.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask AppendAsync(CsvBlock block)
    {
        if (_open is null)
        {
            try
            {
                await _slots.WaitAsync(Stopped).ConfigureAwait(false);
            }
            catch
            {
                block.Return();
                throw;
            }

            _open = new CsvBatchBuilder(_channels, _compression, hashes: _idempotencyKey is not null);
        }

        await _open.AppendAsync(block).ConfigureAwait(false);
    }

    /// <summary>The batch that was being filled is complete and goes its way.</summary>
    public async ValueTask EndBatchAsync(BatchRows rows)
    {
        CsvBatchBuilder builder = _open!;
        _open = null;
        await builder.EndBlocksAsync().ConfigureAwait(false);
        _ = SendAsync(builder, rows);
    }

    /// <summary>Waits for all that travels; the batch that was being filled is given up.</summary>
    /// <returns>A receipt for every batch, in the order of their rows.</returns>
    public async Task<IReadOnlyList<BatchReceipt>> EndAsync(BatchRows unsent)
    {
        if (_open is not null)
        {
            await _open.AbandonAsync().ConfigureAwait(false);
            _open = null;
            _slots.Release();
        }

        for (int slot = 0; slot < _slotCount; slot++)
        {
            await _slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (unsent.RowCount > 0)
        {
            _receipts.Add(NotSent(Guid.NewGuid(), unsent, compressedBytes: 0));
        }

        return [.. _receipts.OrderBy(receipt => receipt.FirstRowIndex)];
    }

    public void Dispose()
    {
        _slots.Dispose();
        _travelling.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync(CsvBatchBuilder builder, BatchRows rows)
    {
        try
        {
            Record(await SendBuiltAsync(builder, rows).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            // What the progress handler throws: the caller must learn of it like of any other failure.
            Fail(exception.Message, exception);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<BatchReceipt> SendBuiltAsync(CsvBatchBuilder builder, BatchRows rows)
    {
        CsvBatch batch;
        try
        {
            batch = await builder.BuildAsync(rows, Identity(rows)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return NotSent(Guid.NewGuid(), rows, compressedBytes: 0) with
            {
                Reason = exception.Message,
                Failure = exception,
            };
        }

        await _travelling.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return _stop.IsCancellationRequested
                ? NotSent(batch.SourceId, rows, batch.Length)
                : await _route.SendAsync(batch, _cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Against the contract of routes: nobody knows how far it came.
            return NotSent(batch.SourceId, rows, batch.Length) with
            {
                Outcome = BatchOutcome.Unknown,
                Attempts = 1,
                Reason = exception.Message,
                Failure = exception,
            };
        }
        finally
        {
            _travelling.Release();
            batch.Release();
        }
    }

    private void Record(BatchReceipt receipt)
    {
        if (receipt.Outcome != BatchOutcome.Accepted)
        {
            lock (_receipts)
            {
                _receipts.Add(receipt);
            }

            Fail(receipt.Reason, receipt.Failure);
            return;
        }

        lock (_receipts)
        {
            _receipts.Add(receipt);
            _accepted = new IngestProgress(
                _accepted.RowsAccepted + receipt.RowCount,
                _accepted.BatchesAccepted + 1,
                _accepted.RawBytes + receipt.RawBytes,
                _accepted.CompressedBytes + receipt.CompressedBytes);

            // Inside of the lock, so that no report overtakes another.
            _progress?.Report(_accepted);
        }
    }

    // A batch that was not sent has no cause of its own: it follows from another's. The token is cancelled outside of
    // the lock, since what the source has hung on it runs at once.
    private void Fail(string? reason, Exception? cause)
    {
        if (cause is not null)
        {
            lock (_receipts)
            {
                Failure ??= (reason ?? cause.Message, cause);
            }
        }

        _stop.Cancel();
    }

    private Func<byte[], Guid>? Identity(BatchRows rows) =>
        _idempotencyKey is null ? null : hash => SourceIds.Of(_idempotencyKey, _target, rows, hash);

    private BatchReceipt NotSent(Guid sourceId, BatchRows rows, long compressedBytes) => new()
    {
        SourceId = sourceId,
        FirstRowIndex = rows.FirstRowIndex,
        RowCount = rows.RowCount,
        ValuesReplaced = rows.ValuesReplaced,
        RawBytes = rows.RawBytes,
        CompressedBytes = compressedBytes,
        Route = _route.Route,
        Outcome = BatchOutcome.NotAccepted,
        Attempts = 0,
        Reason = "It was not sent, since the ingestion had been stopped.",
    };
}
