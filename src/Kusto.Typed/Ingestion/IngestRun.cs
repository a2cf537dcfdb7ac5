using System.Runtime.CompilerServices;
using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed.Ingestion;

/// <summary>One call of <c>IngestAsync</c>: rows out of their source, into batches, on their way.</summary>
internal sealed class IngestRun<TRow, TMap> : IDisposable
    where TMap : IKustoRow<TRow>
{
    private readonly IngestTarget _target;
    private readonly IBatchRoute _route;
    private readonly TimeSpan? _flushInterval;
    private readonly IngestionFollower? _follower;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _cancellationToken;
    private readonly RowPump<TRow, TMap> _pump;
    private readonly BatchFlow _flow;
    private readonly long _started;

    public IngestRun(
        IngestTarget target,
        IBatchRoute route,
        KustoIngestOptions options,
        TimeProvider timeProvider,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken,
        string? idempotencyKey = null,
        IngestionFollower? follower = null)
    {
        _target = target;
        _route = route;
        _follower = follower;

        // A batch has the same rows at every run only where no clock decides where it ends.
        _flushInterval = idempotencyKey is null ? options.FlushInterval : null;
        _timeProvider = timeProvider;
        _cancellationToken = cancellationToken;
        _flow = new BatchFlow(target, route, options, idempotencyKey, progress, cancellationToken);
        _pump = new RowPump<TRow, TMap>(route.Limit, options.Guard, _flow.Stopped);
        _started = timeProvider.GetTimestamp();
    }

    public Task<IngestResult> RunAsync(IEnumerable<TRow> rows) => EndAsync(ReadAsync(rows));

    public Task<IngestResult> RunAsync(IAsyncEnumerable<TRow> rows) => EndAsync(ReadAsync(rows));

    public void Dispose()
    {
        _pump.Dispose();
        _flow.Dispose();
    }

    private async Task ReadAsync(IEnumerable<TRow> rows)
    {
        using IEnumerator<TRow> source = RowsInMemory<TRow, TMap>.Of(rows);
        PumpHalt halt;
        do
        {
            halt = _pump.Fill(source);
            await TakeAsync(halt).ConfigureAwait(false);
        }
        while (halt != PumpHalt.SourceEnded);
    }

    private async Task ReadAsync(IAsyncEnumerable<TRow> rows)
    {
        AsyncRowSource<TRow> source = new(rows, _flushInterval, _timeProvider, _flow.Stopped);
        await using var disposed = source.ConfigureAwait(false);
        bool more = true;
        while (more)
        {
            _flow.Stopped.ThrowIfCancellationRequested();
            bool? next = await source.MoveNextAsync(tellQuiet: _pump.Pending.RowCount > 0).ConfigureAwait(false);
            more = next ?? true;

            // Rows must not wait in a half-full batch for a source that has nothing more to say.
            PumpHalt? halt = next == true ? _pump.Fill(source.Current) : PumpHalt.SourceEnded;
            if (halt is { } reason)
            {
                await TakeAsync(reason).ConfigureAwait(false);
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask TakeAsync(PumpHalt halt)
    {
        while (_pump.TryTakeFull(out CsvBlock block))
        {
            await _flow.AppendAsync(block).ConfigureAwait(false);
        }

        if (halt == PumpHalt.BatchFull)
        {
            await EndFullBatchAsync().ConfigureAwait(false);
        }
        else if (halt == PumpHalt.SourceEnded && _pump.Pending.RowCount > 0)
        {
            if (_pump.TryTakeRest(out CsvBlock rest))
            {
                await _flow.AppendAsync(rest).ConfigureAwait(false);
            }

            await _flow.EndBatchAsync(_pump.EndBatch()).ConfigureAwait(false);
        }
    }

    private async ValueTask EndFullBatchAsync()
    {
        if (_route.TryGrow())
        {
            _pump.GrowBatch(_route.Limit);
        }
        else
        {
            await _flow.EndBatchAsync(_pump.EndBatch()).ConfigureAwait(false);
        }
    }

    private async Task<IngestResult> EndAsync(Task reading)
    {
        Exception? stopped = null;
        try
        {
            await reading.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            stopped = exception;
        }

        IReadOnlyList<BatchReceipt> batches = await _flow.EndAsync(_pump.Pending).ConfigureAwait(false);
        IngestResult result = new(
            _target.Database,
            _target.Table,
            batches,
            _timeProvider.GetElapsedTime(_started),
            _follower,
            _pump.RowsSkipped);
        bool complete = stopped is null && batches.All(batch => batch.Outcome == BatchOutcome.Accepted);
        if (_cancellationToken.IsCancellationRequested && !complete)
        {
            Exception cause = stopped ?? _flow.Failure?.Cause ?? new OperationCanceledException(_cancellationToken);
            throw new KustoIngestCanceledException(result, cause, _cancellationToken);
        }

        if (_flow.Failure is { } failure)
        {
            string problem = $"Ingestion into {_target.Database}.{_target.Table} failed: {Sentence(failure.Reason)}";
            throw new KustoIngestException(problem, result, failure.Cause);
        }

        return stopped is null ? result : throw new KustoIngestException(Stopped(stopped), result, stopped);
    }

    private string Stopped(Exception stopped) => stopped is KustoRowException
        ? $"A row for {_target.Database}.{_target.Table} cannot be written, and none behind it was read: "
            + Sentence(stopped.Message)
        : $"The source of the rows for {_target.Database}.{_target.Table} failed: {Sentence(stopped.Message)}";

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
