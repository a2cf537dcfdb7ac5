using System.Threading.Channels;
using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.Ingestion;

namespace Kusto.Typed.Tests.Ingestion;

public sealed partial class IngestRunTests
{
    private static readonly KustoIngestOptions s_options = new() { Route = IngestRoute.Streaming };

    [Fact]
    public async Task RowsArriveInOneBatchWhereTheyFit()
    {
        RecordingRoute route = new();

        IngestResult result = await RunAsync(route, Reading.Take(2));

        route.Batches.ShouldBe(["0,note\n1,note\n"]);
        result.RowsAccepted.ShouldBe(2);
        result.RawBytes.ShouldBe(14);
        result.Batches.ShouldHaveSingleItem().CompressedBytes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AnEmptySourceSendsNothing()
    {
        RecordingRoute route = new();

        IngestResult result = await RunAsync(route, []);

        route.Batches.ShouldBeEmpty();
        result.Batches.ShouldBeEmpty();
        result.ToString().ShouldBe("Samples.Readings: no rows, nothing was sent");
    }

    [Fact]
    public void EveryBatchIsWithinItsLimitAndTogetherTheyAreTheRows()
    {
        Property property = Prop.ForAll(
            Gen.Choose(0, 400).Two().ToArbitrary(),
            sizes =>
            {
                (int count, int length) = sizes;
                RecordingRoute route = new(maxBatchBytes: 1_000);
                IngestResult result = RunAsync(route, Reading.Take(count, new string('x', length)))
                    .GetAwaiter().GetResult();

                route.Batches.ShouldAllBe(batch => batch.Length <= 1_000 && batch.EndsWith('\n'));
                string.Concat(route.Batches).ShouldBe(Text(Reading.Take(count, new string('x', length))));
                result.RowsAccepted.ShouldBe(count);
                result.Batches.Sum(batch => batch.RawBytes).ShouldBe(route.Batches.Sum(batch => (long)batch.Length));
                result.Batches.Select(batch => batch.RowCount)
                    .ShouldBe(route.Batches.Select(batch => batch.Count(character => character == '\n')));
            });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task BatchesLargerThanABlockKeepEveryByte()
    {
        RecordingRoute route = new(maxBatchBytes: 700_000);
        string note = string.Concat(Enumerable.Repeat("say \"hi\", ", 50));

        await RunAsync(route, Reading.Take(5_000, note));

        route.Batches.Count.ShouldBeGreaterThan(3);
        string.Concat(route.Batches).ShouldBe(Text(Reading.Take(5_000, note)));
    }

    [Theory]
    [InlineData(KustoCompression.None)]
    [InlineData(KustoCompression.Fast)]
    [InlineData(KustoCompression.Balanced)]
    [InlineData(KustoCompression.Small)]
    public async Task EveryCompressionKeepsTheBytes(KustoCompression compression)
    {
        RecordingRoute route = new();

        await RunAsync(route, Reading.Take(1_000), s_options with { Compression = compression });

        route.Batches.ShouldBe([Text(Reading.Take(1_000))]);
    }

    [Fact]
    public async Task ASourceThatYieldsOneMutableRowArrivesRight()
    {
        RecordingRoute route = new(maxBatchBytes: 100);

        await RunAsync(route, OneRowAgainAndAgain(1_000));

        string.Concat(route.Batches).ShouldBe(Text(Reading.Take(1_000)));

        static IEnumerable<Reading> OneRowAgainAndAgain(int count)
        {
            Reading row = new() { Note = "note" };
            for (row.Number = 0; row.Number < count; row.Number++)
            {
                yield return row;
            }

            row.Note = "changed after it was given";
        }
    }

    [Fact]
    public async Task NoMoreBatchesTravelThanTheOptionsSay()
    {
        RecordingRoute route = new(maxBatchBytes: 100)
        {
            Answer = async (_, _) =>
            {
                await Task.Yield();
                return BatchOutcome.Accepted;
            },
        };

        await RunAsync(route, Reading.Take(2_000), s_options with { MaxBatchesInFlight = 2 });

        route.MostInFlight.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task ARowThatCannotBeWrittenIsNamedAndLeavesNothingBehind()
    {
        RecordingRoute route = new(maxBatchBytes: 100);
        IEnumerable<Reading> rows = Reading.Take(50).Concat([new Reading { Number = 50, Note = "secret \ud800" }]).Concat(Reading.Take(5));

        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(() => RunAsync(route, rows));

        KustoRowException row = failure.InnerException.ShouldBeOfType<KustoRowException>();
        row.RowIndex.ShouldBe(50);
        row.ColumnName.ShouldBe("Note");
        failure.Result.RowsSubmitted.ShouldBe(50);
        (failure.Result.RowsAccepted + failure.Result.RowsNotAccepted).ShouldBe(50);
        failure.Result.RowsAccepted.ShouldBe(string.Concat(route.Batches).Count(character => character == '\n'));
        failure.Message.ShouldContain("Row 50, column 'Note'");
        failure.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task ASourceThatFailsIsSaidWithWhatBecameOfItsRows()
    {
        RecordingRoute route = new();

        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(() => RunAsync(route, Failing()));

        failure.InnerException.ShouldBeOfType<InvalidDataException>();
        failure.Message.ShouldContain("The source of the rows for Samples.Readings failed: The file ends too early.");
        failure.Result.RowsNotAccepted.ShouldBe(3);
        route.Batches.ShouldBeEmpty();

        static IEnumerable<Reading> Failing()
        {
            foreach (Reading row in Reading.Take(3))
            {
                yield return row;
            }

            throw new InvalidDataException("The file ends too early.");
        }
    }

    [Fact]
    public async Task ANullRowIsAnError()
    {
        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(
            () => RunAsync(new RecordingRoute(), [.. Reading.Take(1), null!]));

        failure.InnerException!.Message.ShouldBe("Row 1: the row is null; leave it out.");
    }

    [Fact]
    public async Task ARowOfADerivedTypeWithATableOfItsOwnIsAnError()
    {
        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(
            () => RunAsync(new RecordingRoute(), [new OtherReading(), new CalibratedReading()]));

        failure.InnerException.ShouldBeOfType<KustoRowException>().RowIndex.ShouldBe(1);
        failure.Message.ShouldContain("CalibratedReading");
    }

    [Fact]
    public async Task ARecordLargerThanABatchIsAnError()
    {
        RecordingRoute route = new(maxBatchBytes: 100);

        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(
            () => RunAsync(route, [.. Reading.Take(1), new Reading { Number = 1, Note = new string('x', 100) }]));

        failure.InnerException.ShouldBeOfType<KustoRowException>().RowIndex.ShouldBe(1);
        failure.Message.ShouldContain("a batch of this route takes 100");
        failure.Result.RowsSubmitted.ShouldBe(1);
    }

    [Fact]
    public async Task AfterABatchThatWasRefusedNothingMoreIsSent()
    {
        int sent = 0;
        RecordingRoute route = new(maxBatchBytes: 100)
        {
            Answer = (_, _) => Task.FromResult(
                Interlocked.Increment(ref sent) == 3 ? BatchOutcome.NotAccepted : BatchOutcome.Accepted),
        };

        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(
            () => RunAsync(route, Reading.Take(100_000), s_options with { MaxBatchesInFlight = 1 }));

        failure.InnerException!.Message.ShouldBe("The route refused.");
        sent.ShouldBeLessThan(1_000);
        failure.Result.RowsSubmitted.ShouldBeLessThan(50_000);
        failure.Result.RowsAccepted.ShouldBeGreaterThan(0);
        failure.Result.RowsSubmitted.ShouldBe(failure.Result.RowsAccepted + failure.Result.RowsNotAccepted);
    }

    [Fact]
    public async Task ACancelledIngestionSaysWhatBecameOfItsRows()
    {
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordingRoute route = new(maxBatchBytes: 100)
        {
            Answer = async (batch, token) =>
            {
                // Which batch travels first is not said; only after one was accepted another one is not.
                if (first.Task.IsCompleted)
                {
                    await cancellation.CancelAsync();
                    return BatchOutcome.Unknown;
                }

                first.TrySetResult();
                return BatchOutcome.Accepted;
            },
        };

        KustoIngestCanceledException canceled = await Assert.ThrowsAsync<KustoIngestCanceledException>(
            () => RunAsync(route, Reading.Take(100_000), s_options with { MaxBatchesInFlight = 1 }, cancellation.Token));

        canceled.CancellationToken.ShouldBe(cancellation.Token);
        canceled.Result.RowsAccepted.ShouldBeGreaterThan(0);
        canceled.Result.RowsUnknown.ShouldBeGreaterThan(0);
        canceled.Result.RowsSubmitted.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task ProgressNeverGoesBack()
    {
        ProgressLog log = new();

        await RunAsync(new RecordingRoute(maxBatchBytes: 100), Reading.Take(1_000), progress: log);

        log.Rows.ShouldBe(log.Rows.Order());
        log.Rows[^1].ShouldBe(1_000);
    }

    [Fact]
    public async Task ARouteThatThrowsLosesNoRowOfTheResult()
    {
        RecordingRoute route = new() { Answer = (_, _) => Task.FromException<BatchOutcome>(new TimeoutException("Too late.")) };

        KustoIngestException failure =
            await Assert.ThrowsAsync<KustoIngestException>(() => RunAsync(route, Reading.Take(10)));

        failure.Message.ShouldContain("Too late.");
        failure.Result.RowsUnknown.ShouldBe(10);
    }

    [Fact]
    public async Task CancellingIsNoticedBeforeTheNextRow()
    {
        using CancellationTokenSource cancellation = new();
        int read = 0;

        KustoIngestCanceledException canceled = await Assert.ThrowsAsync<KustoIngestCanceledException>(
            () => RunAsync(new RecordingRoute(), Slow(), cancellationToken: cancellation.Token));

        read.ShouldBe(11);
        canceled.Result.RowsSubmitted.ShouldBe(11);

        IEnumerable<Reading> Slow()
        {
            foreach (Reading row in Reading.Take(100))
            {
                if (read++ == 10)
                {
                    cancellation.Cancel();
                }

                yield return row;
            }
        }
    }

    // Not before the source has been asked for more rows than it has: those that were read are counted.
    private static RecordingRoute RefusingAfter(Task moment) => new(maxBatchBytes: 100)
    {
        Answer = async (_, _) =>
        {
            await moment;
            return BatchOutcome.NotAccepted;
        },
    };

    private static Task<IngestResult> RunAsync(
        RecordingRoute route,
        IEnumerable<Reading> rows,
        KustoIngestOptions? options = null,
        CancellationToken cancellationToken = default,
        IProgress<IngestProgress>? progress = null) =>
        Run(route, options ?? s_options, TimeProvider.System, progress, cancellationToken).RunAsync(rows);

    private static Task<IngestResult> RunAsync(RecordingRoute route, IAsyncEnumerable<Reading> rows, TimeProvider time) =>
        Run(route, s_options, time, progress: null, CancellationToken.None).RunAsync(rows);

    private static IngestRun<Reading, Reading> Run(
        RecordingRoute route,
        KustoIngestOptions options,
        TimeProvider time,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken) =>
        new(new IngestTarget("Samples", Reading.Schema), route, options, time, progress, cancellationToken);

    // The plain way to the same bytes.
    private static string Text(IEnumerable<Reading> rows) =>
        string.Concat(rows.Select(row => $"{row.Number},{Field(row.Note!)}\n"));

    private static string Field(string note) =>
        note.Length > 32 || note.Contains(',', StringComparison.Ordinal)
            ? "\"" + note.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : note;

    private sealed class ProgressLog : IProgress<IngestProgress>
    {
        public List<long> Rows { get; } = [];

        public void Report(IngestProgress value) => Rows.Add(value.RowsAccepted);
    }
}
