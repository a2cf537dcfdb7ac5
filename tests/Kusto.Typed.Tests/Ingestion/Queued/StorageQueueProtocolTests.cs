using System.Text.Json;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Queued;

public sealed class StorageQueueProtocolTests
{
    private static readonly KustoIngestOptions s_queued = new() { Route = IngestRoute.Queued };

    [Fact]
    public async Task ABatchIsStagedAndSaidInAMessage()
    {
        FakeCluster cluster = new() { Configuration = null };

        IngestResult result = await cluster.IngestAsync(Reading.Take(3), s_queued, new QueuedIngestProperties { DropByTags = ["d"] });

        BatchReceipt batch = result.Only();
        JsonElement message = FakeCluster.MessageOf(cluster.Messages.ShouldHaveSingleItem());
        message.GetProperty("Id").GetGuid().ShouldBe(batch.SourceId);
        message.GetProperty("BlobPath").GetString().ShouldBe(cluster.Blobs.ShouldHaveSingleItem().Uri.AbsoluteUri);
        message.GetProperty("RawDataSize").GetInt64().ShouldBe(21);
        message.GetProperty("DatabaseName").GetString().ShouldBe("Samples");
        message.GetProperty("TableName").GetString().ShouldBe("Readings");
        message.GetProperty("RetainBlobOnSuccess").GetBoolean().ShouldBeTrue();
        message.GetProperty("FlushImmediately").GetBoolean().ShouldBeFalse();
        message.GetProperty("ReportLevel").GetInt32().ShouldBe(2);
        message.GetProperty("ReportMethod").GetInt32().ShouldBe(1);
        JsonElement properties = message.GetProperty("AdditionalProperties");
        properties.GetProperty("authorizationContext").GetString().ShouldBe("PLANTED-identity");
        properties.GetProperty("format").GetString().ShouldBe("csv");
        properties.GetProperty("ingestionMappingReference").GetString().ShouldBe(Reading.Schema.Mapping.Name);
        properties.GetProperty("ingestionMappingType").GetString().ShouldBe("Csv");
        properties.GetProperty("tags").GetString().ShouldBe("""["drop-by:d"]""");
        properties.GetProperty("validationPolicy").GetString().ShouldBe("""{"ValidationOptions":1,"ValidationImplications":0}""");
        batch.Status.ShouldBe(BatchStatus.Pending);
        batch.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task TheStatusEntityStandsBeforeTheMessage()
    {
        FakeCluster cluster = new() { Configuration = null };

        await cluster.IngestAsync(Reading.Take(1), s_queued);

        FakeService.Asked[] requests = [.. cluster.Requests];
        int insert = Array.FindIndex(requests, asked => asked.Uri.AbsolutePath == "/one/status" && asked.Method == "POST");
        insert.ShouldBeInRange(0, Array.FindIndex(requests, FakeCluster.IsMessage) - 1);
        using JsonDocument entity = JsonDocument.Parse(requests[insert].Text);
        JsonElement status = FakeCluster.MessageOf(cluster.Messages[0]).GetProperty("IngestionStatusInTable");
        status.GetProperty("PartitionKey").GetString().ShouldBe(entity.RootElement.GetProperty("PartitionKey").GetString());
        status.GetProperty("RowKey").GetString().ShouldBe(entity.RootElement.GetProperty("RowKey").GetString());
        status.GetProperty("TableConnectionString").GetString().ShouldBe(requests[insert].Uri.AbsoluteUri);
        entity.RootElement.GetProperty("Status").GetString().ShouldBe("Pending");
        requests[insert].Text.ShouldNotContain("PLANTED");
    }

    [Fact]
    public async Task WithoutAStatusTableTheReportQueuesTell()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }
            .Fails(asked => asked.Uri.AbsolutePath == "/one/status", 500, times: 100);

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_queued);

        FakeCluster.MessageOf(cluster.Messages[0]).GetProperty("ReportMethod").GetInt32().ShouldBe(0);
        FakeCluster.MessageOf(cluster.Messages[0]).TryGetProperty("IngestionStatusInTable", out _).ShouldBeFalse();
        result.Only().Status.ShouldBe(BatchStatus.Pending);
    }

    [Fact]
    public async Task AStatusTableThatWasAskedForMustBeThere()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }
            .Fails(asked => asked.Uri.AbsolutePath == "/one/status", 500, times: 100);

        KustoIngestException failure = await cluster.FailureAsync(
            Reading.Take(1), s_queued, new QueuedIngestProperties { ReportMethod = ReportMethod.Table });

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
        cluster.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(QueuedProtocol.StorageQueue, "V2")]
    [InlineData(QueuedProtocol.Auto, "V1")]
    [InlineData(QueuedProtocol.Auto, "Queue")]
    public async Task QueuesAreTakenWhereTheyAreWanted(QueuedProtocol protocol, string preferred)
    {
        FakeCluster cluster = new() { Configuration = FakeCluster.ConfigurationOf(preferred, "one") };

        await cluster.IngestAsync(Reading.Take(1), s_queued with { QueuedProtocol = protocol });

        cluster.Messages.Count.ShouldBe(1);
        cluster.Submissions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(QueuedProtocol.Rest, "V1")]
    [InlineData(QueuedProtocol.Auto, "v2")]
    [InlineData(QueuedProtocol.Auto, "REST")]
    public async Task RestIsTakenWhereItIsWanted(QueuedProtocol protocol, string preferred)
    {
        FakeCluster cluster = new() { Configuration = FakeCluster.ConfigurationOf(preferred, "one") };

        await cluster.IngestAsync(Reading.Take(1), s_queued with { QueuedProtocol = protocol });

        cluster.Submissions.Count.ShouldBe(1);
        cluster.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task AMessageAfterALostAnswerMayDoubleTheRows()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }.Fails(FakeCluster.IsMessage, 500);

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_queued);

        result.Only().MayBeDuplicated.ShouldBeTrue();
        cluster.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AMessageWhoseAnswersWereAllLostIsUnknown()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }.Fails(FakeCluster.IsMessage, 500, times: 100);

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.Unknown);
        failure.ToString().ShouldNotContain("PLANTED");
    }

    [Fact]
    public async Task AQueueThatRefusesIsPassedOverWithoutDoubt()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }.Fails(FakeCluster.IsMessage, 503);

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_queued);

        result.Only().MayBeDuplicated.ShouldBeFalse();
        result.Only().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task ResourcesAndTokenAreAskedForOnceAnHour()
    {
        FakeCluster cluster = new() { Configuration = null };
        await using KustoConnection kusto = cluster.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_queued);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ingestor.IngestAsync(Reading.Take(1))));

        cluster.Commands.Count(command => command == ".get ingestion resources").ShouldBe(1);
        cluster.Commands.Count(command => command == ".get kusto identity token").ShouldBe(1);
        cluster.Messages.Count.ShouldBe(8);
    }

    [Fact]
    public async Task AMessageLargerThanAQueueTakesIsSaid()
    {
        FakeCluster cluster = new() { Configuration = null };

        KustoIngestException failure = await cluster.FailureAsync(
            Reading.Take(1), s_queued, new QueuedIngestProperties { Tags = [new string('t', 50_000)] });

        failure.Message.ShouldContain("a storage queue takes 49152");
        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
    }

    [Fact]
    public async Task AnEndpointWithoutQueuedIngestionNamesTheInlineRoute()
    {
        FakeCluster cluster = new FakeCluster { Configuration = null }.Fails(
            asked => FakeCluster.IsCommand(asked, ".get "), 400, V1.Error("BadRequest_SyntaxError", "Syntax error", permanent: true), times: 9);

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Message.ShouldContain("offers no queued ingestion");
        failure.Message.ShouldContain("set KustoIngestOptions.Route to IngestRoute.Inline");
        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
    }

    [Fact]
    public async Task RestThatIsNotThereIsSaid()
    {
        FakeCluster cluster = new() { Configuration = null };

        KustoIngestException failure =
            await cluster.FailureAsync(Reading.Take(1), s_queued with { QueuedProtocol = QueuedProtocol.Rest });

        failure.Message.ShouldContain("it has no v1/rest/ingestion/configuration");
    }
}
