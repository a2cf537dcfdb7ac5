namespace Kusto.Typed.Ingestion;

/// <summary>An asynchronous source of rows, which may be quiet for long, and may not follow its token.</summary>
internal sealed class AsyncRowSource<TRow> : IAsyncDisposable
{
    // A source that follows its token ends within this, and is disposed before its caller learns of the end.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private readonly IAsyncEnumerator<TRow> _rows;
    private readonly QuietTimer _quiet;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _stopped;
    private readonly CancellationTokenRegistration _registration;
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<bool>? _pending;

    public AsyncRowSource(
        IAsyncEnumerable<TRow> rows, TimeSpan? flushInterval, TimeProvider timeProvider, CancellationToken stopped)
    {
        _rows = rows.GetAsyncEnumerator(stopped);
        _quiet = new QuietTimer(flushInterval, timeProvider);
        _timeProvider = timeProvider;
        _stopped = stopped;
        _registration = stopped.Register(_ => _stop.TrySetResult(), null);
    }

    public TRow Current => _rows.Current;

    /// <summary>Asks for the next row.</summary>
    /// <param name="tellQuiet">True to be told when the source has been quiet for the interval.</param>
    /// <returns>Whether there is a row; null where the source has been quiet: ask again.</returns>
    /// <exception cref="OperationCanceledException">No more rows are wanted, and the source says nothing.</exception>
    public ValueTask<bool?> MoveNextAsync(bool tellQuiet)
    {
        if (_pending is null)
        {
            ValueTask<bool> next = _rows.MoveNextAsync();
            if (next.IsCompletedSuccessfully)
            {
                return new ValueTask<bool?>(next.Result);
            }

            _pending = next.AsTask();
        }

        return WaitAsync(_pending, tellQuiet);
    }

    /// <summary>Disposes of the source: at once, or when it comes back from where it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        await _quiet.DisposeAsync().ConfigureAwait(false);
        if (_pending is { IsCompleted: false } pending)
        {
            _ = DisposeLaterAsync(pending);
        }
        else
        {
            await _rows.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<bool?> WaitAsync(Task<bool> pending, bool tellQuiet)
    {
        if (tellQuiet && await _quiet.IsQuietAsync(pending, _stop.Task).ConfigureAwait(false))
        {
            return null;
        }

        if (await Task.WhenAny(pending, _stop.Task).ConfigureAwait(false) != pending)
        {
            Task grace = Task.Delay(s_grace, _timeProvider, CancellationToken.None);
            if (await Task.WhenAny(pending, grace).ConfigureAwait(false) != pending)
            {
                throw new OperationCanceledException(_stopped);
            }
        }

        bool hasRow = await pending.ConfigureAwait(false);
        _pending = null;
        return hasRow;
    }

    private async Task DisposeLaterAsync(Task pending)
    {
        await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _rows.DisposeAsync().ConfigureAwait(false);
    }
}
