using System.Text;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>Memory stays flat however long the source is.</summary>
[Collection(ProcessWideCollection.Name)]
public sealed class SourceMemoryTests
{
    private const int MegabytesOfSource = 40;
    private const long MostGrowth = 8_000_000;

    private static readonly string s_long = new('x', 1000);

    [Fact]
    public async Task AFileOfManyMegabytesTakesFew()
    {
        using LongCsv source = new(MegabytesOfSource);
        await using KustoConnection kusto = new(
            "http://localhost:8080", new KustoConnectionOptions { MessageHandler = new CountingService() });
        KustoIngestOptions options = new()
        {
            // Small batches, so that what is measured is the source and not what travels.
            Route = IngestRoute.Streaming,
            Compression = KustoCompression.None,
            MaxBatchesInFlight = 1,
            MaxStreamingBatchBytes = 100_000,
        };
        await using KustoIngestor ingestor = new(kusto, "Samples", options);

        CsvIngestResult result = await ingestor.IngestCsvAsync<Words>(
            source, new KustoCsvSourceOptions { BadRecords = BadRecords.Skip });

        result.Rows.RowsAccepted.ShouldBeGreaterThan(30_000);
        result.RecordsSkipped.ShouldBeGreaterThan(300);
        source.Growth.ShouldBeLessThan(MostGrowth);
    }

    [Fact]
    public void AStreamOfManyRowsTakesLittle()
    {
        byte[] buffer = new byte[64 * 1024];
        long read = 0;
        long atFirst = 0;
        using Stream stream = KustoCsv.OpenRead(Reading.Take(int.MaxValue, s_long));
        while (read < MegabytesOfSource * 1_000_000L)
        {
            read += stream.Read(buffer);
            atFirst = read < 4_000_000 ? GC.GetTotalMemory(forceFullCollection: false) : atFirst;
        }

        (GC.GetTotalMemory(forceFullCollection: true) - atFirst).ShouldBeLessThan(MostGrowth);
    }

    // Forward only, made while it is read, every hundredth record bad; looks at the heap at each megabyte.
    private sealed class LongCsv(int megabytes) : MemoryStream
    {
        private static readonly byte[] s_records = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 100).Select(number => number == 0 ? "bad\n" : $"{number},\"{s_long}\"\n")));

        private readonly List<long> _heap = [];
        private byte[] _rest = "First,Second\n"u8.ToArray();
        private long _given;

        public override bool CanSeek => false;

        // The middle of the second half: what is kept grows on and on, and what somebody else's pool holds for a moment
        // does not.
        public long Growth => _heap.Skip(_heap.Count / 2).Order().ElementAt(_heap.Count / 4) - _heap[megabytes / 10];

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_rest.Length == 0 && _given < megabytes * 1_000_000L)
            {
                _rest = s_records;
            }

            int length = Math.Min(buffer.Length, _rest.Length);
            _rest.AsMemory(0, length).CopyTo(buffer);
            _rest = _rest[length..];
            _given += length;
            if (_given / 1_000_000 > _heap.Count)
            {
                _heap.Add(GC.GetTotalMemory(forceFullCollection: true));
            }

            return ValueTask.FromResult(length);
        }
    }

    // Takes every batch and keeps none.
    private sealed class CountingService : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            int records = body.AsSpan().Count((byte)'\n');
            return new HttpResponseMessage
            {
                Content = new StringContent(V1.Table(["ConsumedRecordsCount"], [$"{records}"])),
            };
        }
    }
}
