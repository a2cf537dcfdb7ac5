using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.EndToEnd.Tests.RoundTrip;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Sources;

public sealed class CsvSourceTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kusto-typed-").FullName;
    private LocalKusto _local = null!;
    private KustoConnection _kusto = null!;
    private KustoIngestor _ingestor = null!;

    public async Task InitializeAsync()
    {
        _local = await LocalKusto.StartAsync();
        _kusto = new KustoConnection(_local.Uri.AbsoluteUri);
        _ingestor = new KustoIngestor(_kusto, "Samples");
        await _kusto.Schema("Samples").ApplyAsync<Measurement>();
        await _kusto.Schema("Samples").ApplyAsync<Birdstrike>();
    }

    public async Task DisposeAsync()
    {
        await _ingestor.DisposeAsync();
        await _kusto.DisposeAsync();
        await _local.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ARealFileArrivesAsItIs()
    {
        string file = Repository.PathOf("tests", "Kusto.Typed.EndToEnd.Tests", "Sources", "birdstrikes.csv");

        CsvIngestResult result = await _ingestor.IngestCsvAsync<Birdstrike>(file, new CsvSourceOptions { IgnoreOtherFields = true });

        result.RecordsRead.ShouldBe(300);
        result.RecordsLeftOut.ShouldBe(0);
        Birdstrike[] rows = [.. _local.Database("Samples").Rows<Birdstrike>()];
        string[] lines = File.ReadAllLines(file);
        rows.Length.ShouldBe(300);
        rows[0].ShouldBe(new Birdstrike
        {
            Airport = "BARKSDALE AIR FORCE BASE ARPT",
            Aircraft = "T-38A",
            Damage = "None",
            FlightDate = new DateOnly(1990, 1, 8),
            CostRepair = 0,
            Speed = 300,
        });
        lines[1].ShouldStartWith("BARKSDALE AIR FORCE BASE ARPT,T-38A,None,1990-01-08");
        _local.Database("Samples").Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task AFieldThatTheTypeLacksIsSaid()
    {
        string file = Repository.PathOf("tests", "Kusto.Typed.EndToEnd.Tests", "Sources", "birdstrikes.csv");

        CsvSourceException problem = await Assert.ThrowsAsync<CsvSourceException>(() => _ingestor.IngestCsvAsync<Birdstrike>(file));

        problem.Problems.ShouldContain(field => field.Column == "Cost Total $");
        problem.Message.ShouldContain("the type has no column for the field");
    }

    [Fact]
    public async Task NothingIsSentWhereSomethingDoesNotFit()
    {
        string file = Write("bad.csv", "Number,Note\n1,one\ntwo,2\n3\n4,\"open\n");

        CsvSourceException problem = await Assert.ThrowsAsync<CsvSourceException>(() => _ingestor.IngestCsvAsync<Measurement>(file));

        problem.Problems.Select(one => (one.Line, one.Record, one.Column)).ShouldBe([(3, 3, "Number"), (4, 4, null), (5, 5, null)]);
        problem.Problems[0].Reason.ShouldContain("no value of the property's type int");
        problem.Problems[1].Reason.ShouldContain("the record has 1 fields; 2 were expected");
        problem.Problems[2].Reason.ShouldContain("a quote is not closed");
        problem.Message.ShouldContain("bad.csv, line 3, record 3, column 'Number'");
        problem.Message.ShouldNotContain("two");
        _local.Database("Samples").CountRows("Measurements").ShouldBe(0);
    }

    [Fact]
    public async Task BadRecordsAreSkippedAndCounted()
    {
        string file = Write("bad.csv", "Number,Note\n1,one\ntwo,2\n3\n4,four\n");

        CsvIngestResult result = await _ingestor.IngestCsvAsync<Measurement>(
            file, new CsvSourceOptions { BadRecords = BadRecordHandling.Skip });

        result.RecordsRead.ShouldBe(4);
        result.RecordsLeftOut.ShouldBe(2);
        result.Problems.Count.ShouldBe(2);
        Arrived().ShouldBe([new Measurement(1, "one"), new Measurement(4, "four")]);
    }

    [Fact]
    public async Task BadRecordsAreWrittenAsTheyStood()
    {
        string file = Write("bad.csv", "Number,Note\r\n1,one\r\ntwo,\"a \"\"b\"\"\r\nc\"\r\n");
        string letters = Path.Combine(_folder, "dead.csv");

        await _ingestor.IngestCsvAsync<Measurement>(
            file, new CsvSourceOptions { BadRecords = BadRecordHandling.DeadLetter, DeadLetterPath = letters });

        File.ReadAllText(letters).ShouldBe("Number,Note\ntwo,\"a \"\"b\"\"\r\nc\"\n");
        string[] reasons = File.ReadAllLines(letters + ".problems.csv");
        reasons[0].ShouldBe("File,Line,Record,Column,Reason");
        reasons[1].ShouldContain("bad.csv\",3,3,\"Number\",");
        Arrived().ShouldBe([new Measurement(1, "one")]);
    }

    [Fact]
    public async Task FoldersGzipTabsAndFilesWithoutHeaderAreRead()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "all")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.tsv"), "1\tone\n2\t\"t\two\"\n");
        Directory.CreateDirectory(Path.Combine(folder, "more"));
        using (GZipStream gzip = new(File.Create(Path.Combine(folder, "more", "b.tsv.gz")), CompressionLevel.Fastest))
        {
            gzip.Write("3\tthree\n"u8);
        }

        CsvIngestResult result = await _ingestor.IngestCsvAsync<Measurement>(
            folder, new CsvSourceOptions { Delimiter = '\t', HasHeader = false });

        result.RecordsRead.ShouldBe(3);
        Arrived().ShouldBe([new Measurement(1, "one"), new Measurement(2, "t\two"), new Measurement(3, "three")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Number,Note\n")]
    [InlineData("\uFEFFNote,Number\n")]
    public async Task NothingIsNoRows(string text)
    {
        CsvIngestResult result = await _ingestor.IngestCsvAsync<Measurement>(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        result.Result.Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task AStreamThatCannotSeekSaysWhatWasSentBefore()
    {
        using Stream stream = new GZipStream(new MemoryStream(Packed("Number,Note\n1,one\nx,two\n")), CompressionMode.Decompress);

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(() => _ingestor.IngestCsvAsync<Measurement>(stream));

        failure.InnerException.ShouldBeOfType<CsvSourceException>().Problems[0].Line.ShouldBe(3);
    }

    [Fact]
    public async Task BytesThatAreNoUtf8AreAProblem()
    {
        byte[] bytes = [.. "Number,Note\n1,"u8, 0xFF, (byte)'\n'];

        (await Assert.ThrowsAsync<CsvSourceException>(() => _ingestor.IngestCsvAsync<Measurement>(new MemoryStream(bytes))))
            .Message.ShouldContain("not valid UTF-8");
    }

    [Fact]
    public async Task OptionsThatContradictEachOtherAreRefused()
    {
        using MemoryStream stream = new();
        await Assert.ThrowsAsync<ArgumentException>(() => _ingestor.IngestCsvAsync<Measurement>(stream, new CsvSourceOptions { Delimiter = '"' }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _ingestor.IngestCsvAsync<Measurement>(stream, new CsvSourceOptions { BadRecords = BadRecordHandling.DeadLetter }));
        await Assert.ThrowsAsync<FileNotFoundException>(() => _ingestor.IngestCsvAsync<Measurement>(Path.Combine(_folder, "none.csv")));
    }

    [Fact]
    public async Task WhatWeWroteIsReadAsTheSameRows()
    {
        await _kusto.Schema("Samples").ApplyAsync<EveryType>();
        IReadOnlyList<EveryType> sent = EveryTypeValues.Rows(21);
        using MemoryStream csv = new();
        await KustoCsv.OpenRead(sent).CopyToAsync(csv);
        csv.Position = 0;

        await _ingestor.IngestCsvAsync<EveryType>(csv, new CsvSourceOptions { HasHeader = false });

        ReadBack.Differences(sent, [.. _local.Database("Samples").Rows<EveryType>()]).ShouldBeEmpty();
    }

    [Fact]
    public void AnyTextIsKeptToItsLastCharacter()
    {
        Gen<string> text = Gen.Choose(0, 12).SelectMany(length => Gen.Elements('a', ',', '"', '\n', '\r', ' ', 'ß', '\t').ArrayOf(length))
            .Select(characters => new string(characters));
        Prop.ForAll(text.ToArbitrary(), note =>
        {
            Measurement[] rows = [new Measurement(7, note)];
            using MemoryStream csv = new();
            KustoCsv.OpenRead(rows).CopyTo(csv);
            csv.Position = 0;
            Kusto.Typed.Ingestion.Sources.CsvSource<Measurement> source = new(
                () => [Kusto.Typed.Ingestion.Sources.CsvFile.Open(csv, ',')], new CsvSourceOptions { HasHeader = false });
            return source.Rows().SequenceEqual(rows);
        }).QuickCheckThrowOnFailure();
    }

    private Measurement[] Arrived() => [.. _local.Database("Samples").Rows<Measurement>().OrderBy(row => row.Number)];

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
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
