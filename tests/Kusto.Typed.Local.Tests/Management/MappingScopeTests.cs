using System.Text;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

/// <summary>Mappings of databases, of other kinds, and those that bring columns along.</summary>
public sealed class MappingScopeTests
{
    private const string First = """'[{"Column":"A","Properties":{"Ordinal":"0"}}]'""";
    private const string Second = """'[{"Column":"A","Properties":{"Ordinal":"1"}}]'""";
    private const string Growing = """'[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"New","DataType":"long","Properties":{"Ordinal":"1"}}]'""";

    private readonly Stage _stage = Stage.WithTable("A:int", new LocalKustoOptions { TimeProvider = new FixedTime() });

    [Fact]
    public void AMappingOfTheTableGoesBeforeOneOfTheDatabase()
    {
        _stage.Run($".create database Samples ingestion csv mapping 'm' {Second}");
        _stage.Ingest("1,2\n", "m").Query("T").ShouldBe("[2]");
        _stage.Run($".create table T ingestion csv mapping 'm' {First}");
        _stage.Ingest("1,2\n", "m").Query("T").ShouldBe("[2]\n[1]");
        _stage.Run(".drop table T ingestion csv mapping 'm'");
        _stage.Ingest("1,3\n", "m").Query("T").ShouldBe("[2]\n[1]\n[3]");
    }

    [Fact]
    public void TheVerbsOfTablesAreThoseOfDatabases()
    {
        Stage.Refused(() => _stage.Run($".alter database Samples ingestion csv mapping 'm' {First}")).Message
            .ShouldBe("The database 'Samples' has no CSV mapping 'm'. It has: none.");
        _stage.Run($".create-or-alter database Samples ingestion csv mapping 'm' {First} with (removeOldestIfRequired=true)");
        Stage.Refused(() => _stage.Run($".create database Samples ingestion csv mapping 'm' {First}")).Message
            .ShouldContain("The database 'Samples' has a CSV mapping 'm' already");
        _stage.Answer($".alter database Samples ingestion csv mapping 'm' {Second}").ShouldBe(
            """["m","Csv","[{\"Name\":\"A\",\"DataType\":\"\",\"CsvDataType\":null,\"Ordinal\":1,\"ConstValue\":null}]","2026-01-31T08:15:00Z","Samples",""]""");
        _stage.Answer(".show database Samples ingestion csv mappings | project Name").ShouldBe("[\"m\"]");
        _stage.Answer(".show table T ingestion csv mappings | count").ShouldBe("[0]");
        _stage.Run(".drop database Samples ingestion csv mapping 'm'").Rows.ShouldBeEmpty();
        Stage.Refused(() => _stage.Ingest("1\n", "m")).Code.ShouldBe("BadRequest_MappingReferenceWasNotFound");
    }

    [Fact]
    public void AMappingOfTheDatabaseMustFitTheTableThatUsesIt()
    {
        _stage.Run(""".create database Samples ingestion csv mapping 'm' '[{"Column":"X","Properties":{"Ordinal":"0"}}]'""");
        Stage.Refused(() => _stage.Ingest("1\n", "m")).Code.ShouldBe("BadRequest_InconsistentMapping");
    }

    [Fact]
    public void TheKindBelongsToTheNameOfAMapping()
    {
        _stage.Run($".create table T ingestion csv mapping 'm' {First}");
        _stage.Run(""".create table T ingestion json mapping "m" '[{"Column":"A","DataType":"int","Properties":{"Path":"$.a"}}]'""");
        Stage.Refused(() => _stage.Run(""".create table T ingestion json mapping "m" '[{"Column":"A"}]'""")).Message
            .ShouldContain("The table 'T' has a JSON mapping 'm' already");
        _stage.Answer(".show table T ingestion mappings | project Name, Kind").ShouldBe("[\"m\",\"Csv\"]\n[\"m\",\"Json\"]");
        _stage.Run(".show table T ingestion json mapping 'm'").Rows.ShouldHaveSingleItem()[2].ShouldBe(
            """[{"Properties":{"Path":"$.a"},"datatype":"int","column":"A"}]""");
        _stage.Run(".drop table T ingestion csv mapping 'm'").Rows.ShouldHaveSingleItem()[1].ShouldBe("Json");
        Stage.Refused(() => _stage.Ingest("1\n", "m")).Code.ShouldBe("BadRequest_MappingReferenceWasNotFound");
    }

    [Theory]
    [InlineData("""json mapping "m" '[{"Column":"X","Properties":{"Path":"$.a"}}]'""", "the column 'X', which the table 'T' does not have")]
    [InlineData("""parquet mapping "m" '[{"Column":"A"},{"Column":"A"}]'""", "Two or more elements of the mapping fill the column 'A'")]
    [InlineData("""avro mapping "m" '{}'""", "JSON array")]
    [InlineData("""xml mapping "m" '[]'""", "expected one of csv, json, avro, parquet, orc, w3clogfile")]
    public void AMappingOfAnotherKindIsLookedAtToo(string mapping, string message) =>
        Stage.Refused(() => _stage.Run(".create table T ingestion " + mapping)).Message.ShouldContain(message);

    [Fact]
    public void QueuedIngestionAddsTheColumnsThatAMappingBringsAlong()
    {
        _stage.Ingest("1\n");
        _stage.Run($".create table T ingestion csv mapping 'm' {Growing}");
        Stage.Refused(() => _stage.Ingest("2,3\n", "m")).Message
            .ShouldContain("fills the column 'New', which the table 'T' does not have");
        _stage.Database.Require("T").Columns.Length.ShouldBe(1);

        byte[] records = Encoding.UTF8.GetBytes("2,3\n");
        _stage.Ingestion.Store(
            new StreamingRequest("Samples", "T", "csv", "m", "test") { Kind = LocalIngestionKind.Queued },
            new RequestBody(records, records.Length),
            _stage.Database);

        _stage.Query("T").ShouldBe("[1,null]\n[2,3]");
        _stage.Database.Require("T").FindColumn("New")?.Type.ShouldBe(KustoType.Long);
        _stage.Ingest("4,5\n", "m").Query("T | count").ShouldBe("[3]", "streaming takes it now that the column is there");
    }

    [Fact]
    public void AMappingThatNamesTheOldTypeFailsAfterTheTypeHasChanged()
    {
        _stage.Run(""".create table T ingestion csv mapping 'm' '[{"Column":"A","DataType":"int","Properties":{"Ordinal":"0"}}]'""");
        _stage.Ingest("1\n", "m");
        _stage.Run(".alter column T.A type=long");
        Stage.Refused(() => _stage.Ingest("2\n", "m")).Code.ShouldBe("BadRequest_InconsistentMapping");
        _stage.Query("T").ShouldBe("[null]");
    }
}
