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

    /// <summary>True where the interval went by before either task was done.</summary>
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
        Task first = await Task.WhenAny(pending, stop, quiet).ConfigureAwait(false);
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return first == quiet;
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
