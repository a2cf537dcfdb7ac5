using System.Text;

namespace Kusto.Typed.Tests.Ingestion.Sources;

public sealed class CsvSourceTests
{
    private const string Header = "Number,At,Value,Note,Details\n";

    [Fact]
    public async Task FieldsGoToTheColumnsThatTheHeaderNames()
    {
        CsvCase its = new();

        CsvIngestResult result = await its.RunAsync<Measured>(Utf8(
            "Note,Number,Details,Value,At\n\" a \"\"b\"\"\r\nc\",7,\"{\"\"x\"\":1}\",0.5,2026-01-31T08:15:00+02:00\n"));

        its.Arrived.ShouldBe("7,2026-01-31T06:15:00Z,0.5,\" a \"\"b\"\"\r\nc\",\"{\"\"x\"\":1}\"\n");
        result.RecordsRead.ShouldBe(1);
        result.FilesRead.ShouldBe(1);
        result.Rows.RowsAccepted.ShouldBe(1);
        result.ToString().ShouldStartWith("1 record read, 0 skipped, 0 dead-lettered; ");
    }

    [Fact]
    public async Task EmptyFieldsAreNullAndTheEmptyString()
    {
        CsvCase its = new();

        await its.RunAsync<Measured>(Utf8(Header + "1,,,,\n2,\"\",\"\",\"\",\"\"\n"));

        its.Arrived.ShouldBe("1,,,,\n2,,,,\n");
    }

    [Theory]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\nc,d")]
    [InlineData("\na,b\n\n\nc,d\n\n")]
    [InlineData("\uFEFFa,b\nc,d\n")]
    public async Task FormsOfTheSameFileAreTheSameRows(string csv)
    {
        CsvCase its = new();

        await its.RunAsync<Words>(Utf8(csv), new KustoCsvSourceOptions { HasHeader = false });

        its.Arrived.ShouldBe("a,b\nc,d\n");
    }

    [Fact]
    public async Task GzipIsToldByItsFirstBytes()
    {
        CsvCase its = new();

        await its.RunAsync<Words>(new MemoryStream(CsvCase.Gzip("\uFEFFFirst,Second\na,b\n"u8.ToArray())));

        its.Arrived.ShouldBe("a,b\n");
    }

    [Fact]
    public async Task AnotherSeparatorAndNoQuotes()
    {
        CsvCase its = new();

        await its.RunAsync<Words>(
            Utf8("First\tSecond\n5\" pipe\t\"a\n"), new KustoCsvSourceOptions { Separator = '\t', HasQuotes = false });

        its.Arrived.ShouldBe("\"5\"\" pipe\",\"\"\"a\"\n");
    }

    [Fact]
    public async Task ColumnsCanBeRenamedPassedOverAndMissing()
    {
        CsvCase its = new();
        KustoCsvSourceOptions options = new()
        {
            ColumnNames = new Dictionary<string, string> { ["No."] = "Number" },
            IgnoreHeaderCase = true,
            IgnoreUnknownColumns = true,
            AllowMissingColumns = true,
        };

        await its.RunAsync<Measured>(Utf8("No.,x,NOTE,x\n1,2,3,4\n"), options);

        its.Arrived.ShouldBe("1,,,3,\n");
    }

    [Theory]
    [InlineData("First\n", "stream, line 1, column 'Second': the header lacks it")]
    [InlineData("First,Second,First\n", "stream, line 1, column 'First': the header has the column twice")]
    [InlineData("First,Second,third\n", "stream, line 1: the header has 'third', which is no column of Words (First, Second)")]
    [InlineData("First,second\n", "the header has 'second'")]
    [InlineData("First,\"Second\n", "a quote is opened and not closed")]
    [InlineData("First,Sec\"ond\n", "the header cannot be read: a quote stands in a field")]
    [InlineData("", "stream: the file is empty; a header was expected.")]
    [InlineData("\n\n", "stream: the file is empty; a header was expected.")]
    public async Task AHeaderThatDoesNotFitIsSaid(string csv, string problem) =>
        (await CsvCase.RefusedAsync<Words>(csv)).Message.ShouldContain(problem);

    [Fact]
    public async Task AFirstRecordThatMayBeNoHeaderIsNotShown()
    {
        KustoSourceException refusal = await CsvCase.RefusedAsync<Words>(
            "secret,other\n", new KustoCsvSourceOptions { IgnoreUnknownColumns = true, AllowMissingColumns = true });

        refusal.Message.ShouldStartWith("stream, line 1: none of the header's names is a column of Words (First, Second)");
        refusal.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task AHeaderAloneIsNoRecord()
    {
        CsvIngestResult result = await CsvCase.IngestAsync<Words>("First,Second\n");

        result.RecordsRead.ShouldBe(0);
        result.Rows.Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnEmptyFileWithoutHeaderIsNoRecord() =>
        (await CsvCase.IngestAsync<Words>("", new KustoCsvSourceOptions { HasHeader = false })).RecordsRead.ShouldBe(0);

    [Fact]
    public async Task EveryBadFieldIsReportedWithItsPlace()
    {
        KustoSourceException refusal = await CsvCase.RefusedAsync<Measured>(
            Header + "1,,,\"two\nlines\",\nsecret,31.01.2026,\"1,5\",ok,{secret}\n3,,,,\n,,,,\n");

        refusal.Problems.Select(problem => (problem.Line, problem.Record, problem.Column)).ShouldBe(
            [(4, 2, "At"), (4, 2, "Value"), (4, 2, "Number"), (4, 2, "Details"), (6, 4, "Number")], ignoreOrder: true);
        refusal.HasMore.ShouldBeFalse();
        refusal.Message.ShouldContain("stream, line 4, record 2, column 'Number': the text is no int");
        refusal.Message.ShouldContain("line 6, record 4, column 'Number': the field is empty and the property takes no null");
        refusal.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("1,2", "comma")]
    [InlineData("x", "no real")]
    [InlineData("1e999", "no real")]
    public async Task ANumberThatMayMeanTwoThingsIsRefused(string value, string reason) =>
        (await CsvCase.RefusedAsync<Measured>($"{Header}1,,\"{value}\",,\n")).Message.ShouldContain(reason);

    [Theory]
    [InlineData("01/02/2026")]
    [InlineData("10:30")]
    [InlineData("2026-13-01")]
    [InlineData("2026-01-31T00:00:00.12345678Z")]
    public async Task ATimeThatIsNotIsoOrFinerThanTicksIsRefused(string value)
    {
        KustoSourceException refusal = await CsvCase.RefusedAsync<Measured>($"{Header}1,{value},,,\n");

        refusal.Problems.ShouldHaveSingleItem().Column.ShouldBe("At");
        refusal.Message.ShouldNotContain(value);
    }

    [Theory]
    [InlineData("a\n", "the record has 1 fields and 2 are expected")]
    [InlineData("a,b,c\n", "the record has 3 fields and 2 are expected")]
    [InlineData("a,b\"c\n", "a quote stands in a field that does not begin with one")]
    [InlineData("a,\"b\"c\n", "text follows a closing quote")]
    [InlineData("a,\"b\nc,d\n", "a quote is opened and not closed up to the end of the file")]
    public async Task ARecordWithoutFormIsRefused(string record, string reason) =>
        (await CsvCase.RefusedAsync<Words>("First,Second\nx,y\n" + record)).Message
            .ShouldStartWith("stream, line 3, record 2: " + reason);

    [Fact]
    public async Task BytesThatAreNotUtf8AreRefusedWithTheirColumn()
    {
        MemoryStream stream = new([.. "First,Second\na,"u8, 0xE9, (byte)'\n']);

        KustoSourceException refusal =
            await Assert.ThrowsAsync<KustoSourceException>(() => new CsvCase().RunAsync<Words>(stream));

        refusal.Message.ShouldBe("stream, line 2, record 1, column 'Second': the text is not UTF-8; write the file as UTF-8.");
    }

    [Fact]
    public async Task Utf16AndArchivesAreRefused()
    {
        (await RefusedAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n")])).ShouldContain("UTF-16");
        (await RefusedAsync([(byte)'P', (byte)'K', 3, 4, 5])).ShouldContain("zip");
        (await RefusedAsync(CsvCase.Gzip(CsvCase.Gzip([1])))).ShouldContain("gzip inside of gzip");
        byte[] packed = CsvCase.Gzip(Encoding.UTF8.GetBytes("First,Second\n" + new string('a', 1000)));
        (await RefusedAsync(packed[..^12])).ShouldNotBeEmpty();
        (await RefusedAsync([.. packed[..20], 0xFF, 0xFF, 0xFF, 0xFF, .. packed[24..]])).ShouldNotBeEmpty();

        static async Task<string> RefusedAsync(byte[] bytes) =>
            (await Assert.ThrowsAsync<KustoSourceException>(
                () => new CsvCase().RunAsync<Words>(new MemoryStream(bytes)))).Message;
    }

    [Fact]
    public async Task WhatCouldBeReadAndNotWrittenIsFoundBeforeAnythingIsSent()
    {
        KustoSourceException refusal =
            await CsvCase.RefusedAsync<Words>($"First,Second\na,b\n{new string('x', (1024 * 1024) + 1)},b\n");

        refusal.Problems.ShouldHaveSingleItem().Column.ShouldBe("First");
        refusal.Message.ShouldContain("more than 1048576 bytes");
    }

    [Fact]
    public async Task TheListOfProblemsEndsWhereTheOptionsSay()
    {
        string csv = Header + string.Concat(Enumerable.Repeat("x,,,,\n", 50));

        KustoSourceException refusal =
            await CsvCase.RefusedAsync<Measured>(csv, new KustoCsvSourceOptions { MaxProblems = 20 });

        refusal.Problems.Count.ShouldBe(20);
        refusal.HasMore.ShouldBeTrue();
        refusal.Message.ShouldContain("at least 20 problems");
    }

    [Fact]
    public async Task AStreamThatCannotSeekStopsAtItsBadRecordAndSaysWhatWasSent()
    {
        string csv = "First,Second\n" + string.Concat(Enumerable.Repeat($"{new string('a', 98)},b\n", 50)) + "bad\n";
        CsvCase its = new();

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(
            () => its.RunAsync<Words>(new ForwardStream(Encoding.UTF8.GetBytes(csv)), batchBytes: 1_000));

        failure.InnerException.ShouldBeOfType<KustoSourceException>().Problems[0].Record.ShouldBe(51);
        failure.Result.RowsSubmitted.ShouldBe(50);
        failure.Result.RowsAccepted.ShouldBeGreaterThan(0);
        failure.Message.ShouldContain("stream, line 52, record 51: the record has 1 fields and 2 are expected");
    }

    [Fact]
    public async Task AStreamIsReadFromWhereItStandsAndLeftOpen()
    {
        MemoryStream stream = new("skipped\nFirst,Second\na,b\n"u8.ToArray()) { Position = 8 };
        CsvCase its = new();

        await its.RunAsync<Words>(stream);

        its.Arrived.ShouldBe("a,b\n");
        stream.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task OptionsThatContradictThemselvesAreRefused()
    {
        foreach (KustoCsvSourceOptions options in (KustoCsvSourceOptions[])
            [
                new() { Separator = '"' },
                new() { Separator = 'é' },
                new() { MaxProblems = 0 },
                new() { BadRecords = BadRecords.DeadLetter },
                new() { DeadLetters = DeadLetters.ToFolder("x") },
            ])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => CsvCase.IngestAsync<Words>("", options));
        }
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
