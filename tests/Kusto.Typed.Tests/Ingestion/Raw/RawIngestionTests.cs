using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Raw;

public sealed class RawIngestionTests
{
    private static readonly RawIngestProperties s_csv = new() { Format = KustoDataFormat.Csv };

    [Fact]
    public async Task TextIsCompressedAndItsRawSizeCounted()
    {
        FakeCluster cluster = new();

        IngestResult result = await StreamAsync(cluster, Encoding.UTF8.GetBytes("1,a\n2,b\n"), s_csv with { MappingName = "own", IgnoreFirstRecord = true });

        FakeCluster.Unpacked(Blocks(cluster).ShouldHaveSingleItem()).ShouldBe("1,a\n2,b\n");
        JsonElement properties = Submitted(cluster, out JsonElement blob);
        blob.GetProperty("rawSize").GetInt64().ShouldBe(8);
        blob.GetProperty("url").GetString()!.ShouldContain(".csv.gz?");
        properties.GetProperty("format").GetString().ShouldBe("csv");
        properties.GetProperty("ingestionMappingReference").GetString().ShouldBe("own");
        properties.GetProperty("ignoreFirstRecord").GetBoolean().ShouldBeTrue();
        result.Only().Outcome.ShouldBe(BatchOutcome.Accepted);
        result.RawBytes.ShouldBe(8);
    }

    [Fact]
    public async Task GzipIsPackedAnewSoThatItsRawSizeIsExact()
    {
        FakeCluster cluster = new();
        byte[] packed = [.. Packed("1,a\n"), .. Packed("2,b\n")];

        await StreamAsync(cluster, packed, s_csv);

        FakeCluster.Unpacked(Blocks(cluster).ShouldHaveSingleItem()).ShouldBe("1,a\n2,b\n");
        Submitted(cluster, out JsonElement blob);
        blob.GetProperty("rawSize").GetInt64().ShouldBe(8);
    }

    [Fact]
    public async Task BinaryFormatsTravelAsTheyAre()
    {
        FakeCluster cluster = new();
        byte[] parquet = [0x1F, 0x8B, .. new byte[9_000_000]];

        IngestResult result = await StreamAsync(cluster, parquet, new RawIngestProperties { Format = KustoDataFormat.Parquet });

        Blocks(cluster).SelectMany(block => block.Body).ShouldBe(parquet);
        Blocks(cluster).Count.ShouldBe(2);
        Submitted(cluster, out JsonElement blob).GetProperty("format").GetString().ShouldBe("parquet");
        blob.GetProperty("url").GetString()!.ShouldContain(".parquet?");
        result.CompressedBytes.ShouldBe(parquet.Length);
    }

    [Fact]
    public async Task AnEmptyStreamIsSaid()
    {
        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(
            () => StreamAsync(new FakeCluster(), [], new RawIngestProperties { Format = KustoDataFormat.Parquet }));

        failure.Message.ShouldContain("The source is empty");
    }

    [Fact]
    public async Task ASourceThatFailsOrIsCancelledIsAccountedFor()
    {
        await using KustoConnection kusto = new FakeCluster().Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples");
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        KustoIngestCanceledException cancelled = await Assert.ThrowsAsync<KustoIngestCanceledException>(
            () => ingestor.IngestStreamAsync(new MemoryStream(new byte[10]), "Readings", s_csv, source.Token));
        cancelled.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);

        KustoIngestException failed = await Assert.ThrowsAsync<KustoIngestException>(
            () => ingestor.IngestStreamAsync(new GZipStream(new MemoryStream([1, 2, 3]), CompressionMode.Decompress), "Readings", s_csv));
        failed.InnerException.ShouldBeOfType<InvalidDataException>();
        failed.Result.Only().Outcome.ShouldBe(BatchOutcome.NotAccepted);
    }

    [Fact]
    public async Task ABlobIsNamedToTheService()
    {
        FakeCluster cluster = new();
        await using KustoConnection kusto = cluster.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples");

        IngestResult result = await ingestor.IngestBlobAsync(
            new Uri("https://own.blob.core.windows.net/c/rows.json.gz?sig=PLANTED"),
            "Readings",
            new RawIngestProperties { Format = KustoDataFormat.MultiJson, MappingJson = "[]", DeleteBlobOnSuccess = true },
            rawBytes: 77);

        JsonElement properties = Submitted(cluster, out JsonElement blob);
        blob.GetProperty("url").GetString().ShouldBe("https://own.blob.core.windows.net/c/rows.json.gz?sig=PLANTED");
        blob.GetProperty("rawSize").GetInt64().ShouldBe(77);
        properties.GetProperty("ingestionMapping").GetString().ShouldBe("[]");
        properties.GetProperty("ingestionMappingType").GetString().ShouldBe("Json");
        properties.GetProperty("deleteAfterDownload").GetBoolean().ShouldBeTrue();
        properties.TryGetProperty("validationPolicy", out _).ShouldBeFalse();
        result.ToJson().ShouldNotContain("PLANTED");
        result.ToString().ShouldNotContain("PLANTED");
    }

    [Fact]
    public async Task PropertiesThatContradictEachOtherAreRefused()
    {
        await ShouldBeRefused(s_csv with { MappingName = "a", MappingJson = "[]" }, "leave one");
        await ShouldBeRefused(new RawIngestProperties { Format = KustoDataFormat.Json, IgnoreFirstRecord = true }, "no first record");
        await ShouldBeRefused(s_csv with { DropByTags = ["drop-by:x"] }, "has the prefix");
        await ShouldBeRefused(s_csv with { IdempotencyKey = "k", IngestIfNotExists = ["x"] }, "IdempotencyKey sets");
        await ShouldBeRefused(
            s_csv with { AdditionalProperties = new Dictionary<string, string>(StringComparer.Ordinal) { ["Tags"] = "[]" } }, "'Tags' is written by this library");
    }

    [Theory]
    [InlineData(IngestRoute.Streaming)]
    [InlineData(IngestRoute.Inline)]
    public async Task RawSourcesAreQueuedAlone(IngestRoute route)
    {
        await using KustoConnection kusto = new FakeCluster().Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = route });

        (await Assert.ThrowsAsync<NotSupportedException>(() => ingestor.IngestStreamAsync(new MemoryStream(), "T", s_csv)))
            .Message.ShouldContain("Raw sources are queued");
    }

    private static async Task ShouldBeRefused(RawIngestProperties properties, string why) =>
        (await Assert.ThrowsAsync<ArgumentException>(() => StreamAsync(new FakeCluster(), [1], properties))).Message.ShouldContain(why);

    private static async Task<IngestResult> StreamAsync(FakeCluster cluster, byte[] bytes, RawIngestProperties properties)
    {
        await using KustoConnection kusto = cluster.Connect();
        await using KustoIngestor ingestor = new(kusto, "Samples");
        using MemoryStream source = new(bytes, writable: false);
        return await ingestor.IngestStreamAsync(source, "Readings", properties);
    }

    private static IReadOnlyList<FakeService.Asked> Blocks(FakeCluster cluster) =>
        [.. cluster.Blobs.Where(asked => asked.Uri.Query.Contains("comp=block&", StringComparison.Ordinal))];

    private static JsonElement Submitted(FakeCluster cluster, out JsonElement blob)
    {
        JsonElement body = JsonDocument.Parse(cluster.Submissions.ShouldHaveSingleItem().Text).RootElement;
        blob = body.GetProperty("blobs")[0];
        return body.GetProperty("properties");
    }

    private static byte[] Packed(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
