using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Queued;

/// <summary>Our uploader, queue client and status reader end to end: against the built-in storage and against Azurite alike.</summary>
public sealed class StorageTests
{
    public static TheoryData<QueuedProtocol> Protocols => [QueuedProtocol.StorageQueue, QueuedProtocol.Rest];

    [Theory]
    [MemberData(nameof(Protocols))]
    public Task TheBuiltInStorageCarriesRows(QueuedProtocol protocol) => CarriesRowsAsync(protocol, new LocalKustoOptions());

    [NodeTheory]
    [MemberData(nameof(Protocols))]
    public async Task AzuriteCarriesRows(QueuedProtocol protocol)
    {
        await using Azurite azurite = await Azurite.StartAsync();
        await CarriesRowsAsync(protocol, new LocalKustoOptions { StorageConnectionString = azurite.ConnectionString });
    }

    [NodeFact]
    public async Task TwoEndpointsOnOneAccountTakeTheirOwnMessages()
    {
        await using Azurite azurite = await Azurite.StartAsync();
        LocalKustoOptions options = new() { StorageConnectionString = azurite.ConnectionString };
        await using LocalKusto one = await LocalKusto.StartAsync(options);
        await using LocalKusto other = await LocalKusto.StartAsync(options);

        foreach (LocalKusto local in (LocalKusto[])[one, other])
        {
            await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
            await kusto.Schema("Samples").ApplyAsync<Measurement>();
            await using KustoIngestor ingestor = new(
                kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Queued, QueuedProtocol = QueuedProtocol.StorageQueue });
            IngestResult result = await ingestor.IngestAsync(Measurement.Take(10));
            await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));
            local.Database("Samples").CountRows("Measurements").ShouldBe(10);
        }
    }

    [Theory]
    [InlineData("AccountName=a", "it has no AccountKey")]
    [InlineData("AccountKey=SECRET", "it has no AccountName")]
    [InlineData("AccountName=a;AccountKey=SECRET!", "its AccountKey is no base64")]
    [InlineData("AccountName=a;AccountKey=AAAA;BlobEndpoint=nowhere", "its BlobEndpoint is no address")]
    public async Task AConnectionStringThatIsNoneIsSaid(string text, string why)
    {
        string message = (await Assert.ThrowsAsync<ArgumentException>(
            () => LocalKusto.StartAsync(new LocalKustoOptions { StorageConnectionString = text }))).Message;

        message.ShouldContain(why);
        message.ShouldNotContain("SECRET");
    }

    [Fact]
    public void OptionsDoNotShowTheKeyOfAnAccount() =>
        new LocalKustoOptions { StorageConnectionString = "AccountName=a;AccountKey=SECRET" }.ToString().ShouldNotContain("SECRET");

    private static async Task CarriesRowsAsync(QueuedProtocol protocol, LocalKustoOptions options)
    {
        await using LocalKusto local = await LocalKusto.StartAsync(options);
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Measurement>();
        await using KustoIngestor ingestor = new(
            kusto,
            "Samples",
            new KustoIngestOptions { Route = IngestRoute.Queued, QueuedProtocol = protocol, MaxQueuedBatchBytes = 30_000 });

        // In one request, in blocks, and by each way of reporting.
        IngestResult small = await ingestor.IngestAsync(Measurement.Take(5_000));
        await small.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));
        local.Database("Samples").Rows<Measurement>("Measurements").OrderBy(row => row.Number).ShouldBe(Measurement.Take(5_000));

        await using KustoIngestor large = new(
            kusto,
            "Samples",
            new KustoIngestOptions { Route = IngestRoute.Queued, QueuedProtocol = protocol, Compression = KustoCompression.None });
        string note = new('x', 1_000_000);
        IngestResult blocks = await large.IngestAsync(Enumerable.Range(0, 40).Select(number => new Measurement(number, note)));
        await blocks.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));
        local.Database("Samples").CountRows("Measurements").ShouldBe(5_040);

        if (protocol == QueuedProtocol.StorageQueue)
        {
            IngestResult byQueue = await ingestor.IngestAsync(
                Measurement.Take(1), properties: new QueuedIngestProperties { ReportMethod = ReportMethod.Queue });
            await byQueue.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));
            string json = (await ingestor.IngestAsync(Measurement.Take(1))).ToJson();
            await IngestResult.Resume(kusto, json).WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));
        }
    }
}
