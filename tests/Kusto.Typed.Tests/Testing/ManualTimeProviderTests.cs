using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Testing;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task DelayEndsWhenTheClockHasPassedIt()
    {
        Task delay = Task.Delay(TimeSpan.FromSeconds(10), _clock);

        _clock.Advance(TimeSpan.FromSeconds(9));
        delay.IsCompleted.ShouldBeFalse();
        _clock.UntilNext.ShouldBe(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
        _clock.Waiting.ShouldBe(0);
    }

    [Fact]
    public void TimersFireInTheOrderOfTheirTimesAndAtThem()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        List<(string Name, TimeSpan At)> fired = [];
        using ITimer late = Timer("late", 7, Timeout.InfiniteTimeSpan);
        using ITimer often = Timer("often", 2, TimeSpan.FromSeconds(3));

        _clock.Advance(TimeSpan.FromSeconds(8));

        fired.ShouldBe(
        [
            ("often", TimeSpan.FromSeconds(2)),
            ("often", TimeSpan.FromSeconds(5)),
            ("late", TimeSpan.FromSeconds(7)),
            ("often", TimeSpan.FromSeconds(8)),
        ]);

        ITimer Timer(string name, int seconds, TimeSpan period) =>
            _clock.CreateTimer(
                _ => fired.Add((name, _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(seconds), period);
    }

    [Fact]
    public void DisposedTimerNeverFires()
    {
        bool fired = false;
        ITimer timer = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        timer.Dispose();

        _clock.Advance(TimeSpan.FromMinutes(1));

        fired.ShouldBeFalse();
        timer.Change(TimeSpan.FromSeconds(1), TimeSpan.Zero).ShouldBeFalse();
    }

    [Fact]
    public async Task CanceledDelayNoLongerWaits()
    {
        using CancellationTokenSource cancellation = new();
        Task delay = Task.Delay(TimeSpan.FromSeconds(10), _clock, cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(delay);
        _clock.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task TestWaitsUntilTheCodeWaits()
    {
        Task late = Task.Run(async () =>
        {
            await Task.Yield();
            await Task.Delay(TimeSpan.FromDays(1), _clock);
        });

        await _clock.WhenWaitingAsync();
        _clock.Advance(TimeSpan.FromDays(1));

        await late;
    }

    [Fact]
    public async Task TimerThatIsDueAtOnceFiresWithoutTheClock()
    {
        TaskCompletionSource fired = new();
        await using ITimer timer =
            _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task;
    }

    [Fact]
    public void TimestampsMeasureTheClock()
    {
        long start = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMilliseconds(1234));

        _clock.GetElapsedTime(start).ShouldBe(TimeSpan.FromMilliseconds(1234));
    }
}
