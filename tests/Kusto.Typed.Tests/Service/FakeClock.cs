using System.Collections.Concurrent;

namespace Kusto.Typed.Tests.Service;

/// <summary>A clock that passes short waits at once, and remembers them; what waits longer waits for ever.</summary>
internal sealed class FakeClock(TimeSpan? passes = null) : TimeProvider
{
    // Below the shortest time that the library gives an answer, which must not run out while a test answers.
    private readonly TimeSpan _passes = passes ?? TimeSpan.FromSeconds(9);
    private DateTimeOffset _now = new(2026, 1, 31, 8, 15, 0, TimeSpan.Zero);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        FakeTimer timer = new(callback, state);
        if (dueTime >= TimeSpan.Zero && dueTime <= _passes)
        {
            Waits.Enqueue(dueTime);
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        }

        return timer;
    }

    private sealed class FakeTimer(TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public void Fire()
        {
            if (!_isDisposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !_isDisposed;

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
