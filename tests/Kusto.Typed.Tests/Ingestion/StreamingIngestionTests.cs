using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion;

public sealed class StreamingIngestionTests
{
    private static readonly KustoIngestOptions s_streaming = new() { Route = IngestRoute.Streaming };

    [Fact]
    public async Task ABatchIsPostedToItsTableUnderItsMapping()
    {
        FakeService service = new FakeService().Answers(200, Consumed(2));

        IngestResult result = await IngestAsync(service, Reading.Take(2));

        FakeService.Asked asked = service.Requests.ShouldHaveSingleItem();
        asked.Method.ShouldBe("POST");
        asked.Uri.PathAndQuery.ShouldBe(
            $"/v1/rest/ingest/Samples/Readings?streamFormat=csv&mappingName={Reading.Schema.Mapping.Name}");
        asked.Headers["Content-Encoding"].ShouldBe("gzip");
        asked.Headers["Content-Type"].ShouldBe("application/octet-stream");
        asked.Headers["Content-Length"].ShouldBe($"{asked.Body.Length}");
        BatchReceipt batch = result.Batches.ShouldHaveSingleItem();
        asked.Headers["x-ms-client-request-id"].ShouldBe($"KTC.executeStreamingIngest;{batch.SourceId};0");
        Text(asked).ShouldBe("0,note\n1,note\n");
        batch.Outcome.ShouldBe(BatchOutcome.Accepted);
        batch.Attempts.ShouldBe(1);
        batch.CompressedBytes.ShouldBe(asked.Body.Length);
    }

    [Fact]
    public async Task ATableOfTheCallIsEncodedInThePath()
    {
        FakeService service = new FakeService().Answers(200, Consumed(1));

        await IngestAsync(service, Reading.Take(1), table: "Größe 1.5");

        service.Requests[0].Uri.AbsolutePath.ShouldBe("/v1/rest/ingest/Samples/Gr%C3%B6%C3%9Fe%201.5");
    }

    [Fact]
    public async Task WithoutCompressionTheCsvTravelsAsItIs()
    {
        FakeService service = new FakeService().Answers(200, Consumed(1));

        await IngestAsync(service, Reading.Take(1), s_streaming with { Compression = KustoCompression.None });

        service.Requests[0].Headers.ContainsKey("Content-Encoding").ShouldBeFalse();
        service.Requests[0].Text.ShouldBe("0,note\n");
    }

    [Fact]
    public async Task ARefusalForNowIsFollowedByTheSameBytes()
    {
        FakeService service = new FakeService()
            .Answers(429, V1.Error("General_ThrottledIngestion", "busy", permanent: false), ("Retry-After", "7"))
            .Answers(503, "")
            .Answers(200, Consumed(3));
        FakeClock clock = new();

        IngestResult result = await IngestAsync(service, Reading.Take(3), clock: clock);

        service.Requests.Count.ShouldBe(3);
        service.Requests[1].Body.ShouldBe(service.Requests[0].Body);
        service.Requests[2].Body.ShouldBe(service.Requests[0].Body);
        clock.Waits.ShouldContain(TimeSpan.FromSeconds(7));
        BatchReceipt batch = result.Batches.ShouldHaveSingleItem();
        batch.Attempts.ShouldBe(3);
        batch.MayBeDuplicated.ShouldBeFalse();
        batch.ClientRequestId.ShouldBe($"KTC.executeStreamingIngest;{batch.SourceId};2");
    }

    [Fact]
    public async Task ABatchSentAgainAfterALostAnswerMayBeDuplicated()
    {
        FakeService service = new FakeService()
            .Answers(504, "")
            .Answers(200, Consumed(3));

        IngestResult result = await IngestAsync(service, Reading.Take(3));

        BatchReceipt batch = result.Batches.ShouldHaveSingleItem();
        batch.Outcome.ShouldBe(BatchOutcome.Accepted);
        batch.MayBeDuplicated.ShouldBeTrue();
    }

    [Fact]
    public async Task ARefusalAfterALostAnswerLeavesTheOutcomeUnknown()
    {
        FakeService service = new FakeService()
            .Answers(504, "")
            .Answers(400, V1.Error("BadRequest_TableNotExist", "gone", permanent: true));

        KustoIngestException failure = await FailureAsync(service, Reading.Take(3));

        BatchReceipt batch = failure.Result.Batches.ShouldHaveSingleItem();
        batch.Outcome.ShouldBe(BatchOutcome.Unknown);
        batch.Attempts.ShouldBe(2);
        failure.Result.RowsUnknown.ShouldBe(3);
    }

    [Fact]
    public async Task APermanentRefusalIsNotSentAgain()
    {
        FakeService service = new FakeService()
            .Answers(400, V1.Error("BadRequest_StreamingIngestionPolicyNotEnabled", "The policy is off.", permanent: true));

        KustoIngestException failure = await FailureAsync(service, Reading.Take(3));

        service.Requests.ShouldHaveSingleItem();
        failure.Result.RowsNotAccepted.ShouldBe(3);
        failure.Message.ShouldContain("put [KustoStreamingIngestion] on its type and apply the schema");
        failure.InnerException.ShouldBeOfType<KustoServiceException>()
            .Code.ShouldBe("BadRequest_StreamingIngestionPolicyNotEnabled");
    }

    [Fact]
    public async Task AMissingMappingIsSaidWithItsName()
    {
        FakeService service = new FakeService()
            .Answers(400, V1.Error("BadRequest_MappingReferenceWasNotFound", "no mapping", permanent: true));

        (await FailureAsync(service, Reading.Take(1))).Message.ShouldContain($"no CSV mapping '{Reading.Schema.Mapping.Name}'");
    }

    [Fact]
    public async Task AttemptsEndAndTheBatchIsNotAccepted()
    {
        FakeService service = new();
        for (int attempt = 0; attempt < 4; attempt++)
        {
            service.Answers(429, "");
        }

        KustoIngestException failure = await FailureAsync(service, Reading.Take(1));

        service.Requests.Count.ShouldBe(4);
        failure.Result.Batches[0].Outcome.ShouldBe(BatchOutcome.NotAccepted);
        failure.InnerException.ShouldBeOfType<KustoServiceException>().IsThrottled.ShouldBeTrue();
    }

    [Fact]
    public async Task AnEndpointThatIsNotThereTookNothing()
    {
        FakeService service = new();
        for (int attempt = 0; attempt < 4; attempt++)
        {
            service.Answers(_ => throw new HttpRequestException(
                HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)));
        }

        KustoIngestException failure = await FailureAsync(service, Reading.Take(1));

        failure.InnerException.ShouldBeOfType<KustoServiceException>().Status.ShouldBe(0);
        failure.Result.Batches[0].Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task AnAnswerThatCountsOtherRecordsIsNoAcceptance()
    {
        FakeService service = new FakeService().Answers(200, Consumed(2));

        KustoIngestException failure = await FailureAsync(service, Reading.Take(3));

        failure.Result.RowsUnknown.ShouldBe(3);
        failure.Message.ShouldContain("it took 2 records, and 3 were sent");
    }

    [Theory]
    [InlineData("\"many\"")]
    [InlineData("2.0")]
    public async Task AnAnswerThatCountsInWordsLosesNoRowOfTheResult(string count)
    {
        FakeService service = new FakeService().Answers(200, V1.Table(["ConsumedRecordsCount"], [count]));

        KustoIngestException failure = await FailureAsync(service, Reading.Take(3));

        service.Requests.ShouldHaveSingleItem();
        failure.Result.RowsUnknown.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Tables\":[{\"Columns\":[{\"ColumnName\":\"\\ud800\"}],\"Rows\":[]}]}")]
    public async Task ASuccessThatCannotBeReadIsNotSentAgain(string answer)
    {
        FakeService service = new FakeService().Answers(200, answer).Answers(200, Consumed(3));

        KustoIngestException failure = await FailureAsync(service, Reading.Take(3));

        service.Requests.ShouldHaveSingleItem();
        failure.Result.RowsUnknown.ShouldBe(3);
    }

    [Fact]
    public async Task ARetryAfterThatIsNoNumberIsPassedOver()
    {
        FakeService service = new FakeService().Answers(429, "", ("Retry-After", "NaN")).Answers(200, Consumed(3));

        (await IngestAsync(service, Reading.Take(3))).RowsAccepted.ShouldBe(3);
    }

    [Fact]
    public async Task AConnectionThatIsDisposedMeanwhileLosesNoRowOfTheResult()
    {
        FakeService service = new();
        await using KustoConnection kusto = service.Connect();
        service.Answers(_ =>
        {
            kusto.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw new IOException("Gone.");
        });
        await using KustoIngestor ingestor = new(kusto, "Samples", s_streaming);

        KustoIngestException failure =
            await Assert.ThrowsAsync<KustoIngestException>(() => ingestor.IngestAsync(Reading.Take(3)));

        failure.Result.RowsUnknown.ShouldBe(3);
    }

    [Fact]
    public async Task CancellingDuringAnAttemptLeavesItsBatchUnknown()
    {
        using CancellationTokenSource cancellation = new();
        FakeService service = new FakeService().Answers(_ =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        });
        await using KustoConnection kusto = service.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_streaming);

        KustoIngestCanceledException canceled = await Assert.ThrowsAsync<KustoIngestCanceledException>(
            () => ingestor.IngestAsync(Reading.Take(3), cancellationToken: cancellation.Token));

        canceled.Result.RowsUnknown.ShouldBe(3);
        canceled.Message.ShouldContain("3 rows in 1 batch of unknown outcome");
    }

    [Fact]
    public async Task CancellingBeforehandSendsNothing()
    {
        FakeService service = new();
        await using KustoConnection kusto = service.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_streaming);

        KustoIngestCanceledException canceled = await Assert.ThrowsAsync<KustoIngestCanceledException>(
            () => ingestor.IngestAsync(Reading.Take(3), cancellationToken: new CancellationToken(canceled: true)));

        canceled.Result.Batches.ShouldBeEmpty();
        service.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(999, 4)]
    [InlineData(10_000_001, 4)]
    [InlineData(4_000_000, 0)]
    [InlineData(4_000_000, 65)]
    public async Task OptionsOutOfTheirBoundsAreRefused(int batchBytes, int inFlight)
    {
        await using KustoConnection kusto = new FakeService().Connect();

        Should.Throw<ArgumentOutOfRangeException>(() => new KustoIngestor(
            kusto, "Samples", s_streaming with { MaxStreamingBatchBytes = batchBytes, MaxBatchesInFlight = inFlight }));
    }

    [Fact]
    public async Task ADisposedIngestorTakesNoRows()
    {
        await using KustoConnection kusto = new FakeService().Connect();
        KustoIngestor ingestor = new(kusto, "Samples", s_streaming);
        await ingestor.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => ingestor.IngestAsync(Reading.Take(1)));
    }

    private static async Task<IngestResult> IngestAsync(
        FakeService service,
        IEnumerable<Reading> rows,
        KustoIngestOptions? options = null,
        string? table = null,
        FakeClock? clock = null)
    {
        await using KustoConnection kusto = service.Connect(clock);
        await using KustoIngestor ingestor = new(kusto, "Samples", options ?? s_streaming);
        return await ingestor.IngestAsync(rows, table);
    }

    private static async Task<KustoIngestException> FailureAsync(FakeService service, IEnumerable<Reading> rows) =>
        await Assert.ThrowsAsync<KustoIngestException>(() => IngestAsync(service, rows));

    private static string Consumed(int records) => V1.Table(
        ["ConsumedRecordsCount", "UpdatePolicyStatus", "UpdatePolicyFailureCode", "UpdatePolicyFailureReason"],
        [$"{records}", "\"Inactive\"", "\"Unknown\"", "null"]);

    private static string Text(FakeService.Asked asked)
    {
        using GZipStream gzip = new(new MemoryStream(asked.Body), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
