using Kusto.Typed.Commands;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Queued;

public sealed class MappingGuardTests
{
    private static readonly KustoIngestOptions s_queued = new() { Route = IngestRoute.Queued };

    [Fact]
    public async Task AMappingThatIsThereIsAskedForOnce()
    {
        FakeCluster cluster = new();
        await using KustoConnection kusto = cluster.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_queued);

        await ingestor.IngestAsync(Reading.Take(1));
        await ingestor.IngestAsync(Reading.Take(1));

        cluster.Commands.ShouldBe([TableCommands.ShowCsvMappings("Readings")]);
    }

    [Fact]
    public async Task AMappingThatIsAbsentIsCreated()
    {
        FakeCluster cluster = new();
        cluster.Mappings.Clear();

        await cluster.IngestAsync(Reading.Take(1), s_queued);

        cluster.Commands.ShouldBe(
        [
            TableCommands.ShowCsvMappings("Readings"),
            TableCommands.CreateOrAlterMapping(Reading.Schema),
            TableCommands.ClearStreamingIngestionCache("Readings"),
        ]);
        cluster.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AMappingThatMayNotBeCreatedStopsTheRows()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            asked => FakeCluster.IsCommand(asked, ".create"), 403, V1.Error("Forbidden", "not you", permanent: true));
        cluster.Mappings.Clear();

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Message.ShouldContain("has no CSV mapping 'Readings_csv_");
        failure.Message.ShouldContain("it cannot be created");
        failure.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
        cluster.Blobs.ShouldBeEmpty();
    }

    [Fact]
    public async Task AMappingThatIsNotToBeCreatedStopsTheRows()
    {
        FakeCluster cluster = new();
        cluster.Mappings.Clear();

        KustoIngestException failure =
            await cluster.FailureAsync(Reading.Take(1), s_queued with { EnsureMapping = false });

        failure.Message.ShouldContain("EnsureMapping is false");
        cluster.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task ATableThatIsNotThereStopsTheRows()
    {
        FakeCluster cluster = new FakeCluster().Fails(
            asked => FakeCluster.IsCommand(asked, ".show table"), 400, V1.Error("BadRequest_EntityNotFound", "no table Readings", permanent: true));

        KustoIngestException failure = await cluster.FailureAsync(Reading.Take(1), s_queued);

        failure.Message.ShouldContain("no table Readings");
        cluster.Submissions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403, "Forbidden", true)]
    [InlineData(429, "General_Throttled", false)]
    [InlineData(503, "Unavailable", false)]
    public async Task WhereNobodyAnswersTheRowsGoTheirWay(int status, string code, bool permanent)
    {
        FakeCluster cluster = new FakeCluster().Fails(
            asked => FakeCluster.IsCommand(asked, ".show table"), status, V1.Error(code, "no", permanent), times: 100);

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_queued);

        result.RowsAccepted.ShouldBe(1);
    }
}
