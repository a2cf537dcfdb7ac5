using System.Text.Json;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Queued;

public sealed class RestProtocolTests
{
    private static readonly KustoIngestOptions s_queued = new() { Route = IngestRoute.Queued };

    [Fact]
    public async Task ABatchIsStagedAndSubmitted()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(Reading.Take(3), s_queued);

        BatchReceipt batch = result.Only();
        FakeService.Asked blob = cluster.Blobs.ShouldHaveSingleItem();
        blob.Uri.AbsolutePath.ShouldEndWith($"/staged/Samples__Readings__{batch.SourceId}.csv.gz");
        blob.Uri.Query.ShouldBe("?" + FakeCluster.Key);
        blob.Headers["x-ms-blob-type"].ShouldBe("BlockBlob");
        blob.Headers.Keys.ShouldNotContain("Content-Encoding");
        blob.Headers.Keys.ShouldNotContain("Authorization");
        FakeCluster.Unpacked(blob).ShouldBe("0,note\n1,note\n2,note\n");

        FakeService.Asked submission = cluster.Submissions.ShouldHaveSingleItem();
        submission.Uri.AbsolutePath.ShouldBe("/v1/rest/ingestion/queued/Samples/Readings");
        submission.Headers["x-ms-client-request-id"].ShouldBe($"KTC.executeQueuedIngest;{batch.SourceId};0");
        using JsonDocument body = JsonDocument.Parse(submission.Text);
        JsonElement staged = body.RootElement.GetProperty("blobs")[0];
        staged.GetProperty("url").GetString().ShouldBe(blob.Uri.AbsoluteUri);
        staged.GetProperty("sourceId").GetGuid().ShouldBe(batch.SourceId);
        staged.GetProperty("rawSize").GetInt64().ShouldBe(21);
        JsonElement properties = body.RootElement.GetProperty("properties");
        properties.GetProperty("format").GetString().ShouldBe("csv");
        properties.GetProperty("ingestionMappingReference").GetString().ShouldBe(Reading.Schema.Mapping.Name);
        properties.GetProperty("validationPolicy").GetString().ShouldBe("""{"ValidationOptions":1,"ValidationImplications":0}""");
        properties.GetProperty("enableTracking").GetBoolean().ShouldBeTrue();

        batch.Route.ShouldBe(IngestRoute.Queued);
        batch.Fallback.ShouldBe(FallbackReason.None);
        batch.Outcome.ShouldBe(BatchOutcome.Accepted);
        batch.Status.ShouldBe(BatchStatus.Pending);
        batch.OperationId.ShouldBe("operation-1");
        batch.RawBytes.ShouldBe(21);
        batch.CompressedBytes.ShouldBe(blob.Body.Length);
        batch.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task PropertiesGoAlong()
    {
        FakeCluster cluster = new();

        await cluster.IngestAsync(Reading.Take(1), s_queued, new QueuedIngestProperties
        {
            Tags = ["plain"],
            DropByTags = ["2026-01-31"],
            IngestByTags = ["file-7"],
            IngestIfNotExists = ["file-7"],
            CreationTime = new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.FromHours(2)),
            FlushImmediately = true,
            ValidationPolicy = new CsvValidationPolicy { Options = CsvValidation.None, Implications = CsvValidationImplication.BestEffort },
            AdditionalProperties = new Dictionary<string, string>(StringComparer.Ordinal) { ["folder"] = "a" },
        });

        using JsonDocument body = JsonDocument.Parse(cluster.Submissions[0].Text);
        JsonElement properties = body.RootElement.GetProperty("properties");
        Texts(properties, "tags").ShouldBe(["plain", "drop-by:2026-01-31", "ingest-by:file-7"]);
        Texts(properties, "ingestIfNotExists").ShouldBe(["file-7"]);
        properties.GetProperty("creationTime").GetString().ShouldBe("2026-01-31T08:00:00.0000000Z");
        properties.GetProperty("skipBatching").GetBoolean().ShouldBeTrue();
        properties.GetProperty("validationPolicy").GetString().ShouldBe("""{"ValidationOptions":0,"ValidationImplications":1}""");
        properties.GetProperty("folder").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task WhoseReportsAreNotWantedHasNoOperation()
    {
        FakeCluster cluster = new();
        cluster.Fails(FakeCluster.IsSubmission, 200, """{"ingestionOperationId":""}""");

        IngestResult result = await cluster.IngestAsync(
            Reading.Take(1), s_queued, new QueuedIngestProperties { ReportLevel = ReportLevel.None });

        using JsonDocument body = JsonDocument.Parse(cluster.Submissions[0].Text);
        body.RootElement.GetProperty("properties").GetProperty("enableTracking").GetBoolean().ShouldBeFalse();
        result.Only().Status.ShouldBe(BatchStatus.Unknown);
        (await Assert.ThrowsAsync<KustoIngestException>(() => result.WaitUntilIngestedAsync()))
            .Message.ShouldContain("no report of it was asked for");
    }

    [Fact]
    public async Task AReportMethodIsRefusedAndNotIgnored()
    {
        FakeCluster cluster = new();

        KustoIngestException failure = await cluster.FailureAsync(
            Reading.Take(1), s_queued, new QueuedIngestProperties { ReportMethod = ReportMethod.Table });

        failure.Message.ShouldContain("takes submissions by REST, which have no ReportMethod");
        failure.Result.RowsNotAccepted.ShouldBe(1);
        cluster.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task ASubmissionAfterALostAnswerMayDoubleTheRows()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsSubmission, 504);

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_queued);

        result.Only().MayBeDuplicated.ShouldBeTrue();
        result.Only().Attempts.ShouldBe(2);
        cluster.Submissions[1].Body.ShouldBe(cluster.Submissions[0].Body);
    }

    [Fact]
    public async Task ARefusedSubmissionIsNotAccepted()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            FakeCluster.IsSubmission, 400, V1.Error("BadRequest_TableNotExist", "no such table", permanent: true));

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
        failure.InnerException.ShouldBeOfType<KustoServiceException>().Code.ShouldBe("BadRequest_TableNotExist");
        cluster.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AnAnswerThatCannotBeReadLeavesTheOutcomeUnknown()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsSubmission, 200, "{");

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.Unknown);
        cluster.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AFailedUploadIsNeverUnknown()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsUpload, 504, times: 100);

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
        failure.Result.Only().Attempts.ShouldBe(0);
        cluster.Submissions.ShouldBeEmpty();
        failure.ToString().ShouldNotContain("PLANTED");
    }

    [Fact]
    public async Task AnAccountThatFailsIsPassedOver()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            asked => FakeCluster.IsUpload(asked) && asked.Uri.AbsolutePath.StartsWith("/one/", StringComparison.Ordinal), 503, times: 100);
        FakeClock clock = new();

        IngestResult result = await cluster.IngestAsync(
            Reading.Take(40), s_queued with { MaxQueuedBatchBytes = 1_000, MaxBatchesInFlight = 1 }, clock: clock);

        result.RowsAccepted.ShouldBe(40);
        cluster.Submissions.ShouldAllBe(asked => asked.Text.Contains("/two/staged", StringComparison.Ordinal));
        clock.Waits.ShouldAllBe(wait => wait == TimeSpan.Zero);
    }

    [Fact]
    public async Task ARefusedKeyIsRenewed()
    {
        FakeCluster cluster = new FakeCluster().Fails(FakeCluster.IsUpload, 403, times: 2);

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_queued);

        result.RowsAccepted.ShouldBe(1);
        cluster.Requests.Count(asked => asked.Uri.AbsolutePath.EndsWith("/configuration", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task ALakeAloneIsRefused()
    {
        FakeCluster cluster = new()
        {
            Configuration =
                """{"containerSettings":{"containers":null,"lakeFolders":[{"path":"https://onelake/x"}]},"ingestionSettings":{"preferredIngestionMethod":"V2"}}""",
        };

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Message.ShouldContain("stages blobs in OneLake alone");
        failure.Result.RowsNotAccepted.ShouldBe(1);
    }

    [Fact]
    public async Task ALargeBatchGoesUpInBlocks()
    {
        FakeCluster cluster = new();
        string note = new('x', 1_000_000);

        IngestResult result = await cluster.IngestAsync(
            Reading.Take(40, note), s_queued with { Compression = KustoCompression.None });

        FakeService.Asked[] blocks = [.. cluster.Blobs.Where(asked => asked.Uri.Query.Contains("comp=block&", StringComparison.Ordinal))];
        blocks.Length.ShouldBe(5);
        blocks.Sum(block => (long)block.Body.Length).ShouldBe(result.RawBytes);
        FakeService.Asked list = cluster.Blobs.Single(asked => asked.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal));
        list.Text.ShouldContain("<Latest>");
        cluster.Submissions.ShouldHaveSingleItem().Text.ShouldContain($".csv?{FakeCluster.Key}");
    }

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
