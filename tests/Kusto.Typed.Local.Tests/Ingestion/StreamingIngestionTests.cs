using System.Text;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Ingestion;

public sealed class StreamingIngestionTests
{
    private const string Quoted = "\"{\"\"k\"\": [1, null]}\"";

    [Fact]
    public void EveryTypeIsStoredAsItWasSent() =>
        Stage.WithTable("B:bool, I:int, L:long, R:real, D:decimal, T:datetime, S:timespan, G:guid, X:string, Y:dynamic")
            .Ingest(
                "true,-7,9223372036854775807,21.5,19.90,2026-01-31T08:15:00.1234567Z,-1.02:03:04.5000000,"
                + "5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11,\"said \"\"hi\"\", left\"," + Quoted + "\n")
            .Query("T").ShouldBe(
                """[true,-7,9223372036854775807,21.5,"19.9","2026-01-31T08:15:00.1234567Z","-1.02:03:04.5000000","5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11","said \"hi\", left",{"k":[1,null]}]""");

    [Fact]
    public void AnEmptyFieldIsNullAndInAStringEmpty()
    {
        Stage stage = Stage.WithTable("I:int, X:string, Y:dynamic").Ingest(",,\n,,null\n");
        stage.Query("T").ShouldBe("[null,\"\",null]\n[null,\"\",null]");
        stage.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void SpecialRealsAreValuesAndNoNulls() =>
        Stage.WithTable("R:real, N:int").Ingest("NaN,1\nInfinity,1\n-Infinity,1\n")
            .Query("T | project R, isnull(R)").ShouldBe("[\"NaN\",false]\n[\"Infinity\",false]\n[\"-Infinity\",false]");

    [Theory]
    [InlineData("int", "2147483648", "[null]", LocalWarningKind.UnparsableValue)]
    [InlineData("datetime", "31/01/2026", "[null]", LocalWarningKind.UnparsableValue)]
    [InlineData("int", "\"\"", "[null]", LocalWarningKind.QuotedEmptyValue)]
    [InlineData("dynamic", "{'a': 1}", "[\"{'a': 1}\"]", LocalWarningKind.MalformedJson)]
    [InlineData("dynamic", "0.12345678901234567890", "[0.12345678901234568]", LocalWarningKind.DynamicNumberRounded)]
    [InlineData("string", "a\0b", "[\"a\\u0000b\"]", LocalWarningKind.NulCharacter)]
    public void WhatKustoChangesInSilenceIsAWarning(string type, string field, string row, LocalWarningKind kind)
    {
        Stage stage = Stage.WithTable("C:" + type).Ingest(field + "\n");
        stage.Query("T").ShouldBe(row);
        LocalWarning warning = stage.Warnings.ShouldHaveSingleItem();
        (warning.Kind, warning.Table, warning.Column, warning.RecordNumber, warning.ClientRequestId)
            .ShouldBe((kind, "T", "C", 1, "test"));
    }

    [Fact]
    public void AWarningShowsTheValueButNotAllOfALongOne()
    {
        Stage stage = Stage.WithTable("C:int").Ingest("abc\n" + new string('x', 500) + "\n");
        stage.Warnings[0].Value.ShouldBe("abc");
        stage.Warnings[1].Value.ShouldBe(new string('x', 100));
        stage.Warnings[1].RecordNumber.ShouldBe(2);
        stage.Warnings[0].ToString().ShouldBe("UnparsableValue in T.C, record 1: 'abc'");
    }

    [Fact]
    public void BytesThatAreNoUtf8AreReplacedAndSaidSo()
    {
        Stage stage = Stage.WithTable("C:string").IngestBytes([(byte)'a', 0xFF, (byte)'b', (byte)'\n']);
        stage.Query("T").ShouldBe("[\"a\uFFFDb\"]");
        stage.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(LocalWarningKind.InvalidUtf8);
    }

    [Fact]
    public void AByteOrderMarkIsLeftOutAndSaidSo()
    {
        Stage stage = Stage.WithTable("C:string").Ingest("\uFEFFa\n");
        stage.Query("T").ShouldBe("[\"a\"]");
        stage.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(LocalWarningKind.ByteOrderMark);
    }

    [Fact]
    public void ABlankLineIsSkippedAndSaidSo()
    {
        Stage stage = Stage.WithTable("A:int, B:int").Ingest("1,2\n\n3,4\n");
        stage.Query("T").ShouldBe("[1,2]\n[3,4]");
        stage.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(LocalWarningKind.BlankLine);
    }

    [Fact]
    public void ABlankLineInATableOfOneColumnIsRefused() =>
        Stage.Refused(() => Stage.WithTable("A:string").Ingest("a\n\nb\n"))
            .Code.ShouldBe("BadRequest_NoRecordsOrWrongFormat");

    [Fact]
    public void AStringOfMoreThanOneMebibyteIsCutAtARune()
    {
        string text = new string('a', (1024 * 1024) - 1) + "ü";
        Stage stage = Stage.WithTable("S:string").Ingest(text + "\n");
        stage.Query("T").Length.ShouldBe((1024 * 1024) - 1 + "[\"\"]".Length);
        stage.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(LocalWarningKind.StringTruncated);
    }

    [Fact]
    public void AStringOfOneMebibyteIsKept()
    {
        Stage stage = Stage.WithTable("S:string").Ingest(new string('a', 1024 * 1024) + "\n");
        stage.Query("T").Length.ShouldBe((1024 * 1024) + "[\"\"]".Length);
        stage.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void ADynamicOfMoreThanOneMebibyteIsNull()
    {
        Stage stage = Stage.WithTable("D:dynamic").Ingest("[" + new string(' ', 1024 * 1024) + "]\n");
        stage.Query("T").ShouldBe("[null]");
        stage.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(LocalWarningKind.DynamicTooLarge);
    }

    [Theory]
    [InlineData("1\n2\n", "[1,\"\"]\n[2,\"\"]", LocalWarningKind.MissingFields)]
    [InlineData("1,a,x\n2,b,y\n", "[1,\"a\"]\n[2,\"b\"]", LocalWarningKind.ExtraFields)]
    public void RecordsMayAllBeTooShortOrTooLong(string records, string rows, LocalWarningKind kind)
    {
        Stage stage = Stage.WithTable("A:int, B:string").Ingest(records);
        stage.Query("T").ShouldBe(rows);
        LocalWarning warning = stage.Warnings.ShouldHaveSingleItem();
        (warning.Kind, warning.Column, warning.RecordNumber).ShouldBe((kind, null, 0));
    }

    [Fact]
    public void RecordsOfDifferentLengthsAreRefusedAndLeaveNoRow()
    {
        Stage stage = Stage.WithTable("A:int, B:string");
        RequestRefusedException refused = Stage.Refused(() => stage.Ingest("1,a\nx,b\n2\n"));
        refused.Code.ShouldBe("Stream_WrongNumberOfFields");
        refused.Message.ShouldContain("Record 3 has 1 fields, and those before it have 2");
        stage.Query("T | count").ShouldBe("[0]");
        stage.Warnings.ShouldBeEmpty();
        stage.Database.Log.Ingestions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Stream_NoDataToIngest")]
    [InlineData("\n\n", "BadRequest_NoRecordsOrWrongFormat")]
    public void ASourceWithoutRecordsIsRefused(string records, string code) =>
        Stage.Refused(() => Stage.WithTable("A:int, B:int").Ingest(records)).Code.ShouldBe(code);

    [Fact]
    public void AMappingSendsFieldsToColumnsAndHonoursGaps()
    {
        Stage stage = Stage.WithTable("A:int, B:string, C:string, D:int");
        stage.Run(
            """.create table T ingestion csv mapping "m" '[{"Column":"B","Properties":{"Ordinal":"0"}},{"Column":"A","Properties":{"Ordinal":"2"}},{"Column":"C","Properties":{"ConstValue":"k"}}]'""");
        stage.Ingest("b,skipped,7\n", "m").Query("T").ShouldBe("[7,\"b\",\"k\",null]");
        stage.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void AnUnquotedConstantIsReadAsItsColumnsType()
    {
        Stage stage = Stage.WithTable("A:int, B:datetime");
        stage.Run(
            """.create table T ingestion csv mapping "m" '[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"B","Properties":{"ConstValue":"2026-01-31"}}]'""");
        stage.Ingest("1\n", "m").Query("T").ShouldBe("[1,\"2026-01-31T00:00:00Z\"]");
    }

    [Theory]
    [InlineData("tsv", "1\ta,b\n")]
    [InlineData("PSV", "1|a,b\n")]
    [InlineData("SCsv", "1;a,b\n")]
    [InlineData("sohsv", "1\u0001a,b\n")]
    public void SiblingsOfCsvAreRead(string format, string records) =>
        Stage.WithTable("A:int, B:string").Ingest(records, format: format).Query("T").ShouldBe("[1,\"a,b\"]");

    [Fact]
    public void AnotherFormatIsRefused() =>
        Stage.Refused(() => Stage.WithTable("A:int").Ingest("1", format: "parquet")).Code
            .ShouldBe("BadRequest_FormatNotSupported");

    [Fact]
    public void AnUnknownTableIsRefused() =>
        Stage.Refused(() => Stage.WithTable("A:int").Ingest("1", table: "t")).Message
            .ShouldBe("Entity not found: the database 'Samples' has no table 't'. It has: T. Names are case-sensitive.");

    [Fact]
    public void AnUnknownMappingIsRefused() =>
        Stage.Refused(() => Stage.WithTable("A:int").Ingest("1", "m")).Code
            .ShouldBe("BadRequest_MappingReferenceWasNotFound");

    [Fact]
    public void AMappingOfALostColumnIsRefused()
    {
        Stage stage = Stage.WithTable("A:int, B:int");
        stage.Run(""".create table T ingestion csv mapping "m" '[{"Column":"B","Ordinal":0}]'""");
        stage.Run(".alter table T (A:int)");
        Stage.Refused(() => stage.Ingest("1", "m")).Code.ShouldBe("BadRequest_InconsistentMapping");
    }

    [Fact]
    public void WithoutThePolicyAStreamIsRefused()
    {
        Stage stage = Stage.WithTable("A:int");
        stage.Run(".alter table T policy streamingingestion disable");
        RequestRefusedException refused = Stage.Refused(() => stage.Ingest("1"));
        (refused.Status, refused.Code, refused.Permanent)
            .ShouldBe((400, "BadRequest_StreamingIngestionPolicyNotEnabled", true));
    }

    [Fact]
    public void AnAcceptedBatchIsLogged()
    {
        Stage stage = Stage.WithTable("A:int", new LocalKustoOptions { TimeProvider = new FixedTime() }).Ingest("1\n2\n");
        stage.Database.Log.Ingestions.ShouldHaveSingleItem().ShouldBe(new LocalIngestion
        {
            Table = "T",
            RecordCount = 2,
            RawBytes = 4,
            BodyBytes = 4,
            ClientRequestId = "test",
            AcceptedOn = FixedTime.Now.UtcDateTime,
        });
    }

    [Fact]
    public void RowsBeyondTheMemoryAllowedAreRefusedAndMemoryComesBack()
    {
        Stage stage = Stage.WithTable("A:string", new LocalKustoOptions { MaxBytes = 1500 });
        string batch = new string('x', 1000) + "\n";
        stage.Ingest(batch);
        RequestRefusedException refused = Stage.Refused(() => stage.Ingest(batch));
        refused.Code.ShouldBe("BadRequest_DataCapacityLimitReached");
        refused.Message.ShouldContain("LocalKustoOptions.MaxBytes");
        stage.Query("T | count").ShouldBe("[1]");

        stage.Run(".clear table T data");
        stage.Cluster.StoredBytes.ShouldBe(0);
        stage.Ingest(batch).Query("T | count").ShouldBe("[1]");

        stage.Run(".drop table T");
        stage.Cluster.StoredBytes.ShouldBe(0);
    }

    [Fact]
    public void WarningsBeyondTheMostAreOnlyCounted()
    {
        Stage stage = Stage.WithTable("A:int", new LocalKustoOptions { MaxWarnings = 3 })
            .Ingest("x\ny\n").Ingest("x\ny\n").Ingest("x\n");
        stage.Warnings.Count.ShouldBe(3);
        stage.Database.Log.WarningCount.ShouldBe(5);
    }

    [Fact]
    public void CountingKeepsNoRowsButChecksThem()
    {
        Stage stage = Stage.WithTable("A:int, B:string", new LocalKustoOptions { CountingMode = true, MaxBytes = 0 })
            .Ingest("1,a\nx,b\n");
        stage.Query("T | count").ShouldBe("[2]");
        stage.Query("T | summarize N=count()").ShouldBe("[2]");
        stage.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(LocalWarningKind.UnparsableValue);
        Stage.Refused(() => stage.Query("T")).Message.ShouldContain("CountingMode");
        Stage.Refused(() => stage.Query("T | where A == 1 | count")).Message.ShouldContain("CountingMode");
        Stage.Refused(() => stage.Ingest("1\n1,2\n")).Code.ShouldBe("Stream_WrongNumberOfFields");
    }

    [Theory]
    [InlineData(LocalKustoDefect.None, "[1,\"a\"]\n[2,\"b\"]")]
    [InlineData(LocalKustoDefect.DropsLastRecord, "[1,\"a\"]")]
    [InlineData(LocalKustoDefect.ShiftsColumns, "[null,\"1\"]\n[null,\"2\"]")]
    [InlineData(LocalKustoDefect.NullsAValue, "[null,\"a\"]\n[2,\"b\"]")]
    public void APlantedDefectShowsInTheRowsAlone(LocalKustoDefect defect, string rows)
    {
        Stage stage = Stage.WithTable("A:int, B:string", new LocalKustoOptions { Defect = defect }).Ingest("1,a\n2,b\n");
        stage.Query("T").ShouldBe(rows);
        stage.Database.Log.Ingestions.ShouldHaveSingleItem().RecordCount.ShouldBe(2);
    }

    [Fact]
    public async Task RowsAreWholeWhileManyIngestAndRead()
    {
        Stage stage = Stage.WithTable("A:int, B:int");
        string batch = string.Concat(Enumerable.Repeat("1,1\n", 50));
        Task[] writers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int round = 0; round < 25; round++)
            {
                stage.Ingest(batch);
            }
        }))];
        Task all = Task.WhenAll(writers);
        while (!all.IsCompleted)
        {
            string count = stage.Query("T | where A == 1 and B == 1 | count");
            (int.Parse(count.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture) % 50).ShouldBe(0);
        }

        await all;
        stage.Query("T | count").ShouldBe("[5000]");
        stage.Database.Log.Ingestions.Count.ShouldBe(100);
    }
}
