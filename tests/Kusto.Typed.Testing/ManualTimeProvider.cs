namespace Kusto.Typed.Testing;

/// <summary>A clock that stands still until a test moves it; timers and delays on it fire as it passes them.</summary>
/// <remarks>Thread-safe. Callbacks run on the thread that calls <see cref="Advance"/>, outside of any lock.</remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    // Real time, so that a test whose code never waits fails with a reason instead of hanging.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _armed = [];
    private TaskCompletionSource _changed = NewSignal();
    private DateTimeOffset _now;

    /// <summary>A clock that stands at the beginning of 2026.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that stands at an instant.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers and delays wait for the clock.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    /// <summary>The time until the next timer fires; null where none waits.</summary>
    public TimeSpan? UntilNext
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count == 0 ? null : _armed.Min(timer => timer.Due) - _now;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on; what falls due on the way fires in order, each at its own time.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        DateTimeOffset target = GetUtcNow() + time;
        while (TakeNext(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = _now > target ? _now : target;
        }
    }

    /// <summary>Waits until somebody waits for the clock, so that advancing it reaches them.</summary>
    /// <param name="waiters">How many timers and delays have to be armed at once.</param>
    /// <exception cref="TimeoutException">Within 30 seconds of real time too few came.</exception>
    public async Task WhenWaitingAsync(int waiters = 1)
    {
        while (LacksWaiting(waiters, out Task changed))
        {
            try
            {
                await changed.WaitAsync(s_patience).ConfigureAwait(false);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException(
                    $"{waiters} were to wait for the clock and {Waiting} do, after {s_patience}.", late);
            }
        }
    }

    internal void Arm(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime > TimeSpan.Zero)
            {
                timer.Due = _now + dueTime;
                _armed.Add(timer);
            }

            Signal();
        }

        if (dueTime == TimeSpan.Zero)
        {
            // As the system's timers do: soon, and never inside the call that asks for it.
            ThreadPool.UnsafeQueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool LacksWaiting(int waiters, out Task changed)
    {
        lock (_gate)
        {
            changed = _changed.Task;
            return _armed.Count < waiters;
        }
    }

    private ManualTimer? TakeNext(DateTimeOffset target)
    {
        lock (_gate)
        {
            ManualTimer? next = _armed.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
            {
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            _armed.Remove(next);
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
                _armed.Add(next);
            }

            Signal();
            return next;
        }
    }

    private void Signal()
    {
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }
}
