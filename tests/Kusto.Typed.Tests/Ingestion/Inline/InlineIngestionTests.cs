using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Inline;

public sealed class InlineIngestionTests
{
    private static readonly KustoIngestOptions s_inline = new() { Route = IngestRoute.Inline };

    [Fact]
    public async Task ABatchIsOneCommand()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(Reading.Take(2), s_inline);

        cluster.Commands.ShouldBe(
        [
            $$""".ingest inline into table ['Readings'] with (format="csv", ingestionMappingReference="{{Reading.Schema.Mapping.Name}}", """
                + """validationPolicy='{"ValidationOptions":1,"ValidationImplications":0}') <|""" + "\n0,note\n1,note\n",
        ]);
        result.Only().Route.ShouldBe(IngestRoute.Inline);
        result.Only().Status.ShouldBe(BatchStatus.Succeeded);
        result.Only().CompressedBytes.ShouldBe(result.RawBytes);
    }

    [Fact]
    public async Task PropertiesStandInTheCommand()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(Reading.Take(1), s_inline, new InlineIngestProperties
        {
            DropByTags = ["it's"],
            IdempotencyKey = "k",
            CreationTime = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero),
        });

        Guid id = result.Only().SourceId;
        string command = cluster.Commands[0];
        command.ShouldContain($"tags='[\"drop-by:it\\\\u0027s\",\"ingest-by:{id}\"]'");
        command.ShouldContain($"ingestIfNotExists='[\"{id}\"]'");
        command.ShouldContain("creationTime=\"2026-01-31T00:00:00.0000000Z\"");
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public async Task ALineEndInAValueIsRefused(string note)
    {
        FakeCluster cluster = new();

        KustoIngestException failure = await cluster.FailureAsync([.. Reading.Take(2), new Reading { Note = note }], s_inline);

        failure.InnerException.ShouldBeOfType<KustoRowException>()
            .Message.ShouldStartWith("Row 2, column 'Note': the value contains a line end");
        failure.Result.RowsNotAccepted.ShouldBe(3);
        cluster.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task QueuedPropertiesAreRefused()
    {
        await using KustoConnection kusto = new FakeCluster().Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_inline);

        (await Assert.ThrowsAsync<ArgumentException>(() => ingestor.IngestAsync(Reading.Take(1), properties: new QueuedIngestProperties())))
            .Message.ShouldContain("QueuedIngestProperties are none of the Inline route; give InlineIngestProperties");
    }

    [Fact]
    public async Task InlinePropertiesAreRefusedElsewhere()
    {
        await using KustoConnection kusto = new FakeCluster().Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples");

#pragma warning disable KT0031 // what the compiler warns of is what is tested
        (await Assert.ThrowsAsync<ArgumentException>(() => ingestor.IngestAsync(Reading.Take(1), properties: new InlineIngestProperties())))
            .Message.ShouldContain("give QueuedIngestProperties");
#pragma warning restore KT0031
    }
}
