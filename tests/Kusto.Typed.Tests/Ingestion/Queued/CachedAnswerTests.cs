using Kusto.Typed.Ingestion.Queued;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Ingestion.Queued;

public sealed class CachedAnswerTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<TaskCompletionSource<string>> _questions = [];

    [Fact]
    public async Task ManyWhoWantItAtOnceAskOnce()
    {
        CachedAnswer<string> cached = New();
        Task<string>[] wanting = [.. Enumerable.Range(0, 20).Select(_ => cached.GetAsync(false, default).AsTask())];
        await AskedAsync(1);

        _questions[0].SetResult("one");

        (await Task.WhenAll(wanting)).ShouldAllBe(answer => answer == "one");
        _questions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ItIsAskedAgainWhenItsTimeIsOver()
    {
        CachedAnswer<string> cached = New();
        await GetAsync(cached, 1, question => question.SetResult("one"));

        _clock.Advance(TimeSpan.FromMinutes(9));
        (await cached.GetAsync(false, default)).ShouldBe("one");
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await GetAsync(cached, 2, question => question.SetResult("two"))).ShouldBe("two");
    }

    [Fact]
    public async Task TheOldAnswerServesWhileANewOneCannotBeHad()
    {
        CachedAnswer<string> cached = New();
        await GetAsync(cached, 1, question => question.SetResult("one"));
        _clock.Advance(TimeSpan.FromMinutes(11));

        (await GetAsync(cached, 2, question => question.SetException(new KustoTypedException("no")))).ShouldBe("one");

        // The service is left alone for a minute.
        (await cached.GetAsync(false, default)).ShouldBe("one");
        _questions.Count.ShouldBe(2);
        _clock.Advance(TimeSpan.FromSeconds(61));
        (await GetAsync(cached, 3, question => question.SetResult("three"))).ShouldBe("three");
    }

    [Fact]
    public async Task AFirstFailureIsToldAndNotKept()
    {
        CachedAnswer<string> cached = New();

        await Assert.ThrowsAsync<KustoTypedException>(
            () => GetAsync(cached, 1, question => question.SetException(new KustoTypedException("no"))));

        (await GetAsync(cached, 2, question => question.SetResult("two"))).ShouldBe("two");
    }

    [Fact]
    public async Task WhoDoesNotWaitAnyMoreDoesNotEndTheQuestion()
    {
        CachedAnswer<string> cached = New();
        using CancellationTokenSource source = new();
        Task<string> impatient = cached.GetAsync(false, source.Token).AsTask();
        Task<string> patient = cached.GetAsync(false, default).AsTask();
        await AskedAsync(1);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _questions[0].SetResult("one");

        (await patient).ShouldBe("one");
    }

    private CachedAnswer<string> New() => new(
        () =>
        {
            TaskCompletionSource<string> question = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_questions)
            {
                _questions.Add(question);
            }

            return question.Task;
        },
        _ => TimeSpan.FromMinutes(10),
        _clock);

    private async Task<string> GetAsync(
        CachedAnswer<string> cached, int question, Action<TaskCompletionSource<string>> answer)
    {
        Task<string> asking = cached.GetAsync(false, default).AsTask();
        await AskedAsync(question);
        answer(_questions[question - 1]);
        return await asking;
    }

    private async Task AskedAsync(int questions)
    {
        while (true)
        {
            lock (_questions)
            {
                if (_questions.Count >= questions)
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }
}
