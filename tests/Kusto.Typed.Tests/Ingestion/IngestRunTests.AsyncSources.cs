using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Ingestion;

// Rows that come by and by, and sources that say nothing for a while.
public sealed partial class IngestRunTests
{
    [Fact]
    public async Task AnAsynchronousSourceArrivesLikeAnother()
    {
        RecordingRoute route = new(maxBatchBytes: 100);

        IngestResult result = await RunAsync(route, SometimesLate(1_000), new ManualTimeProvider());

        string.Concat(route.Batches).ShouldBe(Text(Reading.Take(1_000)));
        result.RowsAccepted.ShouldBe(1_000);

        static async IAsyncEnumerable<Reading> SometimesLate(int count)
        {
            foreach (Reading row in Reading.Take(count))
            {
                if (row.Number % 7 == 0)
                {
                    await Task.Yield();
                }

                yield return row;
            }
        }
    }

    [Fact]
    public async Task ASourceThatStaysQuietHasItsRowsSent()
    {
        ManualTimeProvider time = new();
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordingRoute route = new()
        {
            Answer = (_, _) =>
            {
                sent.TrySetResult();
                return Task.FromResult(BatchOutcome.Accepted);
            },
        };
        Channel<Reading> source = Channel.CreateUnbounded<Reading>();
        Task<IngestResult> run = RunAsync(route, source.Reader.ReadAllAsync(), time);
        source.Writer.TryWrite(new Reading { Number = 1 });

        while (!sent.Task.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        source.Writer.TryWrite(new Reading { Number = 2 });
        source.Writer.Complete();
        IngestResult result = await run;

        result.RowsAccepted.ShouldBe(2);
        route.Batches.ShouldBe(["1,\n", "2,\n"]);
    }

    [Fact]
    public async Task ARefusalIsSaidEvenWhereTheSourceStaysQuiet()
    {
        TaskCompletionSource quiet = new();

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(
            () => RunAsync(RefusingAfter(quiet.Task), Source(), new ManualTimeProvider()));

        failure.InnerException!.Message.ShouldBe("The route refused.");
        failure.Result.RowsNotAccepted.ShouldBe(20);

        async IAsyncEnumerable<Reading> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (Reading row in Reading.Take(20))
            {
                yield return row;
            }

            quiet.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    [Fact]
    public async Task ASourceThatIgnoresItsTokenIsLeftBehindAndDisposedWhenItSpeaks()
    {
        ManualTimeProvider time = new();
        TaskCompletionSource speaks = new();
        TaskCompletionSource disposed = new();
        TaskCompletionSource quiet = new();

        Task<IngestResult> run = RunAsync(RefusingAfter(quiet.Task), Deaf(), time);
        while (!run.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(() => run);
        failure.Result.RowsNotAccepted.ShouldBe(20);
        disposed.Task.IsCompleted.ShouldBeFalse();
        speaks.SetResult();
        await disposed.Task;

        async IAsyncEnumerable<Reading> Deaf()
        {
            try
            {
                foreach (Reading row in Reading.Take(20))
                {
                    yield return row;
                }

                quiet.SetResult();
                await speaks.Task;
            }
            finally
            {
                disposed.SetResult();
            }
        }
    }
}
