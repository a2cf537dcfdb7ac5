using System.Text;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Ingestion;

public sealed class TransformationTests
{
    [Theory]
    [InlineData("Seconds", "1769847300", "2026-01-31T08:15:00Z")]
    [InlineData("Seconds", "-1", "1969-12-31T23:59:59Z")]
    [InlineData("Seconds", "1.5", "1970-01-01T00:00:01.5000000Z")]
    [InlineData("Seconds", "1e3", "1970-01-01T00:16:40Z")]
    [InlineData("Seconds", "-62135596800", "0001-01-01T00:00:00Z")]
    [InlineData("Seconds", "253402300799.9999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("Milliseconds", "1769847300123", "2026-01-31T08:15:00.1230000Z")]
    [InlineData("Microseconds", "1769847300123456", "2026-01-31T08:15:00.1234560Z")]
    [InlineData("Nanoseconds", "1769847300123456789", "2026-01-31T08:15:00.1234567Z")]
    [InlineData("Nanoseconds", "-1", "1969-12-31T23:59:59.9999999Z")]
    public void AUnixTimeBecomesADatetime(string unit, string field, string time)
    {
        Stage stage = UnixTimes(unit);
        stage.Ingest(field + "\n", "m").Query("T").ShouldBe($"[\"{time}\"]");
        stage.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Seconds", "2026-01-31")]
    [InlineData("Seconds", "NaN")]
    [InlineData("Seconds", "1,5")]
    [InlineData("Seconds", "253402300800")]
    [InlineData("Seconds", "-62135596800.1")]
    [InlineData("Milliseconds", "253402300800000")]
    [InlineData("Nanoseconds", "253402300800000000000")]
    [InlineData("Seconds", "1e400")]
    public void WhatIsNoUnixTimeIsNullAndSaidSo(string unit, string field)
    {
        Stage stage = UnixTimes(unit);
        stage.Ingest($"\"{field}\"\n", "m").Query("T").ShouldBe("[null]");
        LocalWarning warning = stage.Warnings.ShouldHaveSingleItem();
        (warning.Kind, warning.Column, warning.Value).ShouldBe((LocalWarningKind.UnparsableValue, "At", field));
    }

    [Fact]
    public void AnEmptyUnixTimeIsNull()
    {
        Stage stage = Mapped(
            "A:int, At:datetime",
            """{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"At","Properties":{"Ordinal":"1","Transform":"DateTimeFromUnixSeconds"}}""");
        stage.Ingest("1,\n", "m").Query("T").ShouldBe("[1,null]");
        stage.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void RecordsAreNumberedFromOneInEachSource()
    {
        Stage stage = Mapped(
            "A:string, N:long",
            """{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"N","Properties":{"Transform":"SourceLineNumber"}}""");
        stage.Ingest("a\n\"b\nb\"\nc\n", "m").Ingest("d\n", "m");
        stage.Query("T | project N").ShouldBe("[1]\n[2]\n[3]\n[1]");
        stage.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void ABlobIsTheLocationOfItsRecordsAndAStreamHasNone()
    {
        Stage stage = Mapped(
            "A:int, From:string",
            """{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"From","Properties":{"Transform":"SourceLocation"}}""");
        byte[] records = Encoding.UTF8.GetBytes("1\n2\n");
        stage.Ingestion.Store(
            new StreamingRequest("Samples", "T", "csv", "m", "test"),
            new RequestBody(records, records.Length) { Location = "https://account/container/a.csv" },
            stage.Database);
        stage.Ingest("3\n", "m");
        stage.Query("T").ShouldBe(
            "[1,\"https://account/container/a.csv\"]\n[2,\"https://account/container/a.csv\"]\n[3,\"\"]");
    }

    [Fact]
    public void AConstantThatIsNoValueOfItsColumnIsNullAndSaidSo()
    {
        Stage stage = Mapped(
            "A:int, B:long",
            """{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"B","Properties":{"ConstValue":"seven"}}""");
        stage.Ingest("1\n", "m").Query("T").ShouldBe("[1,null]");
        stage.Warnings.ShouldHaveSingleItem().ToString().ShouldBe("UnparsableValue in T.B, record 1: 'seven'");
    }

    [Fact]
    public void AMappingIsCheckedAgainWhenItIsUsed()
    {
        Stage stage = Mapped(
            "A:int, At:datetime",
            """{"Column":"At","Properties":{"Ordinal":"0","Transform":"DateTimeFromUnixSeconds"}}""");
        stage.Run(".alter table T (A:int)");
        stage.Run(".alter-merge table T (At:string)");
        Stage.Refused(() => stage.Ingest("1\n", "m")).Message.ShouldBe(
            "The mapping 'm' fills the column 'At' by the transformation DateTimeFromUnixSeconds, which gives a datetime, "
            + "and the table has it as 'string'.");
    }

    private static Stage UnixTimes(string unit) =>
        Mapped(
            "At:datetime",
            """{"Column":"At","Properties":{"Ordinal":"0","Transform":"DateTimeFromUnixUNIT"}}""".Replace("UNIT", unit));

    private static Stage Mapped(string columns, string elements)
    {
        Stage stage = Stage.WithTable(columns);
        stage.Run($".create table T ingestion csv mapping \"m\" '[{elements}]'");
        return stage;
    }
}
