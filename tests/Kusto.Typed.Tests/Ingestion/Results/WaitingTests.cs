using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Results;

public sealed class WaitingTests
{
    private static readonly KustoIngestOptions s_queued = new() { Route = IngestRoute.Queued };

    [Theory]
    [InlineData("""{"status":{"succeeded":1},"details":[]}""")]
    [InlineData("""{"status":{"Succeeded":1,"Failed":0,"InProgress":0}}""")]
    [InlineData("""{"details":[{"sourceId":"$ID","status":"Succeeded"}]}""")]
    [InlineData("""{"Details":[{"SourceId":"$ID","Status":"succeeded","startedAt":"x"}],"status":{"failed":1}}""")]
    public async Task AnOperationThatSucceededIsUnderstoodHoweverItIsSpelt(string answer)
    {
        (await WaitAsync(new FakeCluster(), answer)).Only().Status.ShouldBe(BatchStatus.Succeeded);
    }

    [Theory]
    [InlineData("""{"status":{"failed":1}}""", BatchStatus.Failed, null, null)]
    [InlineData("""{"details":[{"sourceId":"$ID","status":"Failed","errorCode":"Download_Forbidden","failureStatus":"Permanent","details":"no https://a/b?sig=SECRET"}]}""", BatchStatus.Failed, "Download_Forbidden", true)]
    [InlineData("""{"details":[{"sourceId":"$ID","status":"Failed","errorCode":"Timeout","failureStatus":"Exhausted"}]}""", BatchStatus.Failed, "Timeout", false)]
    [InlineData("""{"details":[{"sourceId":"$ID","status":"Canceled"}]}""", BatchStatus.Canceled, null, null)]
    public async Task AnOperationThatDidNotSucceedIsToldWithItsReason(
        string answer, BatchStatus status, string? code, bool? permanent)
    {
        KustoIngestException failure =
            await Assert.ThrowsAsync<KustoIngestException>(() => WaitAsync(new FakeCluster(), answer));

        BatchReceipt batch = failure.Result.Only();
        batch.Status.ShouldBe(status);
        batch.ErrorCode.ShouldBe(code);
        batch.IsPermanentFailure.ShouldBe(permanent);
        failure.Message.ShouldContain($"Source {batch.SourceId} (2 rows from row 0)");
        failure.Message.ShouldNotContain("SECRET");
    }

    [Theory]
    [InlineData("""{"Status":"Succeeded"}""", BatchStatus.Succeeded)]
    [InlineData("""{"Status":"PartiallySucceeded","ErrorCode":"UpdatePolicy_UnknownError"}""", BatchStatus.PartiallySucceeded)]
    [InlineData("""{"Status":"Failed","ErrorCode":"BadRequest_EmptyBlob","FailureStatus":1}""", BatchStatus.Failed)]
    [InlineData("""{"Status":"Skipped"}""", BatchStatus.Skipped)]
    public async Task AStatusEntityIsUnderstood(string entity, BatchStatus status)
    {
        FakeCluster cluster = new() { Configuration = null };
        try
        {
            (await WaitAsync(cluster, entity)).Only().Status.ShouldBe(status);
            status.ShouldBe(BatchStatus.Succeeded);
        }
        catch (KustoIngestException failure)
        {
            failure.Result.Only().Status.ShouldBe(status);
            status.ShouldNotBe(BatchStatus.Succeeded);
        }
    }

    [Fact]
    public async Task WhatWasSkippedIsThereWhereItWasToBeThereOnce()
    {
        FakeCluster cluster = new() { Configuration = null };

        IngestResult done = await WaitAsync(
            cluster, """{"Status":"Skipped"}""", new QueuedIngestProperties { IdempotencyKey = "k" });

        done.Only().Status.ShouldBe(BatchStatus.Skipped);
    }

    [Fact]
    public async Task AReportInAQueueIsFoundAndNotTaken()
    {
        FakeCluster cluster = new() { Configuration = null };

        IngestResult done = await WaitAsync(
            cluster,
            """{"IngestionSourceId":"$ID","OperationId":"op"}""",
            new QueuedIngestProperties { ReportMethod = ReportMethod.Queue });

        // The same report stands in both queues here; failures are looked for first.
        done.ShouldNotBeNull();
        cluster.Requests.ShouldNotContain(asked => asked.Method == "DELETE");
        cluster.Requests.Where(asked => asked.Method == "GET" && asked.Uri.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal))
            .ShouldAllBe(asked => asked.Uri.Query.Contains("peekonly=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatFailsForTheMomentIsLookedForAgain()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            asked => asked.Method == "GET" && asked.Uri.AbsolutePath.Contains("/queued/", StringComparison.Ordinal), 503, times: 3);

        (await WaitAsync(cluster, """{"status":{"succeeded":1}}""")).Only().Status.ShouldBe(BatchStatus.Succeeded);
    }

    [Fact]
    public async Task AnOperationThatTheServiceDoesNotKnowAnyMoreIsSaid()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            asked => asked.Method == "GET" && asked.Uri.AbsolutePath.Contains("/queued/", StringComparison.Ordinal),
            404,
            V1.Error("BadRequest_EntityNotFound", "no such operation", permanent: true));

        (await Assert.ThrowsAsync<KustoServiceException>(() => WaitAsync(cluster, "{}"))).Message.ShouldContain("no such operation");
    }

    [Fact]
    public async Task AStreamedResultIsThereAlready()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(Reading.Take(2));

        (await result.WaitUntilIngestedAsync()).Only().Status.ShouldBe(BatchStatus.Succeeded);
        cluster.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"cluster":"https://other.kusto.windows.net/","database":"d","table":"t","batches":[]}""")]
    public async Task WhatIsNoResultOfThisClusterIsRefused(string json)
    {
        await using KustoConnection kusto = new FakeCluster().Connect();

        Should.Throw<ArgumentException>(() => IngestResult.Resume(kusto, json));
    }

    [Fact]
    public async Task AResultKeepsAllThatIsSaidOfItsBatches()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsStreaming, 504, times: 9);
        IngestResult result = await cluster.IngestAsync(Reading.Take(2));
        await using KustoConnection kusto = cluster.Connect();

        IngestResult again = IngestResult.Resume(kusto, result.ToJson());

        again.Only().ShouldBe(result.Only() with { Tracking = again.Only().Tracking });
        again.ToJson().ShouldBe(result.ToJson());
    }

    private static async Task<IngestResult> WaitAsync(
        FakeCluster cluster, string answer, IngestProperties? properties = null)
    {
        await using KustoConnection kusto = cluster.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_queued);
        IngestResult result = await ingestor.IngestAsync(Reading.Take(2), properties: properties);
        cluster.Status = asked => asked.Uri.AbsolutePath.Contains("/failed/", StringComparison.Ordinal)
            ? null
            : answer.Replace("$ID", result.Only().SourceId.ToString(), StringComparison.Ordinal);
        return await result.WaitUntilIngestedAsync(TimeSpan.FromHours(1));
    }
}
