using System.Globalization;
using Kusto.Typed.Commands;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Managed;

public sealed class ManagedIngestionTests
{
    private const string PolicyOff = "BadRequest_StreamingIngestionPolicyNotEnabled";

    private static readonly KustoRetryOptions s_once = new() { MaxAttempts = 1 };

    [Fact]
    public async Task WhatFitsIsStreamed()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(Reading.Take(3));

        FakeCluster.IsStreaming(cluster.Requests.ShouldHaveSingleItem()).ShouldBeTrue();
        BatchReceipt batch = result.Only();
        batch.Route.ShouldBe(IngestRoute.Streaming);
        batch.Fallback.ShouldBe(FallbackReason.None);
        batch.Status.ShouldBe(BatchStatus.Succeeded);
    }

    [Fact]
    public async Task ACallThatGoesOnIsQueuedAsAWholeInTheirOrder()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(
            Reading.Take(500), new KustoIngestOptions { MaxStreamingBatchBytes = 1_000, MaxQueuedBatchBytes = 2_000 });

        cluster.Streamed.ShouldBeEmpty();
        result.Batches.ShouldAllBe(batch => batch.Route == IngestRoute.Queued && batch.Fallback == FallbackReason.TooLarge);
        result.Batches[0].RawBytes.ShouldBeInRange(1_990, 2_000);
        string[] csv = [.. cluster.Blobs.Select(FakeCluster.Unpacked).OrderBy(text => int.Parse(text.Split(',')[0], CultureInfo.InvariantCulture))];
        string.Concat(csv).ShouldBe(string.Concat(Enumerable.Range(0, 500).Select(number => $"{number},note\n")));
    }

    [Fact]
    public async Task ARowTooLargeToStreamIsQueued()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(
            Reading.Take(1, new string('x', 5_000)), new KustoIngestOptions { MaxStreamingBatchBytes = 1_000 });

        result.Only().Route.ShouldBe(IngestRoute.Queued);
        result.Only().Fallback.ShouldBe(FallbackReason.TooLarge);
        result.RowsAccepted.ShouldBe(1);
    }

    [Theory]
    [InlineData(400, PolicyOff, true, FallbackReason.StreamingNotEnabled)]
    [InlineData(400, "StreamingIngestionDisabledForCluster", true, FallbackReason.StreamingNotEnabled)]
    [InlineData(404, "NotFound", true, FallbackReason.StreamingNotEnabled)]
    [InlineData(413, "Stream_InputStreamTooLarge", true, FallbackReason.TooLarge)]
    [InlineData(400, "BadRequest_FileTooLarge", true, FallbackReason.TooLarge)]
    [InlineData(400, "UpdatePolicyIncompatible", true, FallbackReason.TableConfiguration)]
    [InlineData(400, "BadRequest_MappingReferenceWasNotFound", true, FallbackReason.MappingUnknown)]
    [InlineData(429, "General_ThrottledIngestion", false, FallbackReason.Throttled)]
    [InlineData(503, "Unavailable", false, FallbackReason.TransientFailure)]
    public async Task WhatStreamingRefusesIsQueuedWithItsReason(int status, string code, bool permanent, FallbackReason reason)
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsStreaming, status, V1.Error(code, "said so", permanent), times: 9);

        IngestResult result = await cluster.IngestAsync(Reading.Take(3), retry: s_once);

        BatchReceipt batch = result.Only();
        batch.Route.ShouldBe(IngestRoute.Queued);
        batch.Fallback.ShouldBe(reason);
        batch.FallbackDetail.ShouldNotBeNull().ShouldContain("said so");
        batch.Outcome.ShouldBe(BatchOutcome.Accepted);
        batch.MayBeDuplicated.ShouldBeFalse();
        FakeCluster.Unpacked(cluster.Blobs.ShouldHaveSingleItem()).ShouldBe("0,note\n1,note\n2,note\n");
    }

    [Fact]
    public async Task WhatMayPassIsTriedAgainBeforeItIsQueued()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            FakeCluster.IsStreaming, 429, V1.Error("General_ThrottledIngestion", "busy", permanent: false), times: 3, retryAfter: "7");
        FakeClock clock = new();

        IngestResult result = await cluster.IngestAsync(Reading.Take(3), clock: clock);

        result.Only().Route.ShouldBe(IngestRoute.Streaming);
        result.Only().Attempts.ShouldBe(4);
        clock.Waits.Where(wait => wait == TimeSpan.FromSeconds(7)).Count().ShouldBe(3);
    }

    [Fact]
    public async Task QueueingAfterALostAnswerMayDoubleTheRows()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsStreaming, 504, times: 9);

        IngestResult result = await cluster.IngestAsync(Reading.Take(3));

        result.Only().Fallback.ShouldBe(FallbackReason.TransientFailure);
        result.Only().Outcome.ShouldBe(BatchOutcome.Accepted);
        result.Only().MayBeDuplicated.ShouldBeTrue();
    }

    [Fact]
    public async Task ALostAnswerIsNotForgottenWhereQueueingFailsToo()
    {
        FakeCluster cluster = new FakeCluster()
            .Fails(FakeCluster.IsStreaming, 504, times: 9)
            .Fails(FakeCluster.IsUpload, 500, times: 99);

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(3));

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.Unknown);
    }

    [Theory]
    [InlineData(400, "Stream_WrongNumberOfFields")]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden")]
    [InlineData(400, "BadRequest_TableNotExist")]
    public async Task WhatQueueingWouldNotMendIsNotQueued(int status, string code)
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsStreaming, status, V1.Error(code, "no", permanent: true));

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(3));

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
        cluster.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ASuccessThatCannotBeReadIsNotQueued()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsStreaming, 200, "{");

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(3));

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.Unknown);
        cluster.Submissions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429, "General_ThrottledIngestion", 10)]
    [InlineData(400, PolicyOff, 15 * 60)]
    public async Task WhatHoldsForATimeIsRememberedForTheTable(int status, string code, int seconds)
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsStreaming, status, V1.Error(code, "no", status == 400));
        ManualTimeProvider clock = new();
        await using KustoConnection kusto = cluster.Connect(clock, s_once);
        await using KustoIngestor ingestor = new(kusto, "Samples");
        await ingestor.IngestAsync(Reading.Take(1));
        cluster.Streamed.Count.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        IngestResult remembered = await ingestor.IngestAsync(Reading.Take(1));
        remembered.Only().Route.ShouldBe(IngestRoute.Queued);
        remembered.Only().FallbackDetail.ShouldBeNull();
        cluster.Streamed.Count.ShouldBe(1);

        // Of this table alone.
        (await ingestor.IngestAsync(Reading.Take(1), table: "Others")).Only().Route.ShouldBe(IngestRoute.Streaming);

        clock.Advance(TimeSpan.FromSeconds(2));
        (await ingestor.IngestAsync(Reading.Take(1))).Only().Route.ShouldBe(IngestRoute.Streaming);
    }

    [Fact]
    public async Task AnUnknownMappingIsAskedForEvenWhereItWasThereBefore()
    {
        FakeCluster cluster = new();
        await using KustoConnection kusto = cluster.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples");
        string unknown = V1.Error("BadRequest_MappingReferenceWasNotFound", "no mapping", permanent: true);
        cluster.Fails(FakeCluster.IsStreaming, 400, unknown);
        await ingestor.IngestAsync(Reading.Take(1));

        cluster.Mappings.Clear();
        cluster.Fails(FakeCluster.IsStreaming, 400, unknown);
        IngestResult result = await ingestor.IngestAsync(Reading.Take(1));

        result.Only().Fallback.ShouldBe(FallbackReason.MappingUnknown);
        cluster.Commands.Count(command => command == TableCommands.ShowCsvMappings("Readings")).ShouldBe(2);
        cluster.Commands.ShouldContain(TableCommands.CreateOrAlterMapping(Reading.Schema));
    }

    [Fact]
    public async Task ACallWithPropertiesIsQueued()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(
            Reading.Take(1), properties: new QueuedIngestProperties { DropByTags = ["d"] });

        result.Only().Fallback.ShouldBe(FallbackReason.Properties);
        cluster.Streamed.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnEmulatorWithoutEitherWayNamesTheInlineRoute()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }
            .Fails(FakeCluster.IsStreaming, 400, V1.Error(PolicyOff, "off", permanent: true))
            .Fails(asked => FakeCluster.IsCommand(asked, ".get "), 400, V1.Error("BadRequest_SyntaxError", "?", permanent: true));

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1));

        failure.Message.ShouldContain("IngestRoute.Inline");
        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
        cluster.Commands.ShouldNotContain(command => command.StartsWith(".ingest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AQuietSourceIsStreamedPieceByPiece()
    {
        FakeCluster cluster = new();
        ManualTimeProvider clock = new();
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using KustoConnection kusto = cluster.Connect(clock);
        await using KustoIngestor ingestor = new(
            kusto, "Samples", new KustoIngestOptions { FlushInterval = TimeSpan.FromSeconds(1) });

        Task<IngestResult> ingesting = ingestor.IngestAsync(Slow());
        await clock.WhenWaitingAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        goOn.SetResult();
        IngestResult result = await ingesting;

        result.Batches.Count.ShouldBe(2);
        result.Batches.ShouldAllBe(batch => batch.Route == IngestRoute.Streaming);

        async IAsyncEnumerable<Reading> Slow()
        {
            yield return new Reading { Number = 1 };
            await goOn.Task;
            yield return new Reading { Number = 2 };
        }
    }
}
