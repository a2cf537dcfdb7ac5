namespace Kusto.Typed.Ingestion;

/// <summary>Tells when a source has been quiet for a while. One timer, however many rows are waited for.</summary>
internal sealed class QuietTimer : IAsyncDisposable
{
    private readonly TimeSpan? _interval;
    private readonly ITimer? _timer;
    private TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QuietTimer(TimeSpan? interval, TimeProvider timeProvider)
    {
        _interval = interval;
        _timer = interval is null
            ? null
            : timeProvider.CreateTimer(
                static state => ((QuietTimer)state!)._quiet.TrySetResult(),
                this,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for either task, or for the interval to go by; true where it did.</summary>
    public async ValueTask<bool> IsQuietAsync(Task pending, Task stop)
    {
        if (_timer is null || _interval is not { } interval)
        {
            return false;
        }

        if (_quiet.Task.IsCompleted)
        {
            _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _timer.Change(interval, Timeout.InfiniteTimeSpan);
        Task quiet = _quiet.Task;
        await Task.WhenAny(pending, stop, quiet).ConfigureAwait(false);
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // An interval that went by is told even if the source spoke in the same moment.
        return quiet.IsCompleted;
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
