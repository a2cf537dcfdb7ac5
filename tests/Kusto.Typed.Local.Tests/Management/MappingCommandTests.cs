using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

public sealed class MappingCommandTests
{
    private const string ForA = """'[{"Column":"A","Properties":{"Ordinal":"0"}}]'""";

    private readonly Stage _stage = new(new LocalKustoOptions { TimeProvider = new FixedTime() });

    public MappingCommandTests() => _stage.Run(".create table T (A:int, B:string)");

    [Fact]
    public void AMappingReadsBackInTheOlderShape()
    {
        _stage.Run(
            """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"column":"A","datatype":"int","properties":{"ordinal":0}},{"Column":"B","Properties":{"ConstValue":"x"}}]' with (removeOldestIfRequired=true)""");
        _stage.Answer(".show table T ingestion csv mapping 'm'").ShouldBe(
            """["m","Csv","[{\"Name\":\"A\",\"DataType\":\"int\",\"CsvDataType\":null,\"Ordinal\":0,\"ConstValue\":null},{\"Name\":\"B\",\"DataType\":\"\",\"CsvDataType\":null,\"Ordinal\":null,\"ConstValue\":\"x\"}]","2026-01-31T08:15:00Z","Samples","T"]""");
    }

    [Fact]
    public void ATransformationStandsBesideTheOlderShape()
    {
        _stage.Run(
            """.create table T ingestion csv mapping "m" '[{"Column":"B","Properties":{"Transform":"sourcelocation"}},{"Column":"A","Properties":{"Ordinal":"0","Transform":"None"}}]'""");
        _stage.Run(".show table T ingestion csv mapping 'm'").Rows.ShouldHaveSingleItem()[2].ShouldBe(
            """[{"Name":"B","DataType":"","CsvDataType":null,"Ordinal":null,"ConstValue":null,"Transform":"SourceLocation"},{"Name":"A","DataType":"","CsvDataType":null,"Ordinal":0,"ConstValue":null}]""");
    }

    [Fact]
    public void WhatShowAnswersIsTakenAgain()
    {
        _stage.Run("""
            .create table T ingestion csv mapping "m" '[{"Column":"B","Properties":{"Transform":"SourceLocation"}},{"Column":"A","Properties":{"ConstValue":"7"}}]'
            """);
        object? shown = _stage.Run(".show table T ingestion csv mapping 'm'").Rows.ShouldHaveSingleItem()[2];
        _stage.Run($".alter table T ingestion csv mapping 'm' @'{shown}'");
        _stage.Run(".show table T ingestion csv mapping 'm'").Rows.ShouldHaveSingleItem()[2].ShouldBe(shown);
    }

    [Fact]
    public void TheOlderShapeIsTakenToo()
    {
        _stage.Run("""
            .create table T ingestion csv mapping "m" '[{"Name":"A","DataType":"","CsvDataType":null,"Ordinal":3,"ConstValue":null}]'
            """);
        _stage.Database.Require("T").Mappings[Local.Storage.MappingKey.Csv("m")].Elements.ShouldHaveSingleItem().Ordinal.ShouldBe(3);
    }

    [Fact]
    public void CreateNeedsANewNameAndAlterAnOldOne()
    {
        Stage.Refused(() => _stage.Run($".alter table T ingestion csv mapping 'm' {ForA}")).Code
            .ShouldBe("BadRequest_MappingReferenceWasNotFound");
        _stage.Run($".create table T ingestion csv mapping 'm' {ForA}");
        Stage.Refused(() => _stage.Run($".create table T ingestion csv mapping 'm' {ForA}")).Code
            .ShouldBe("BadRequest_EntityAlreadyExists");
        _stage.Run($".alter table T ingestion csv mapping 'm' {ForA}");
        _stage.Run($".create-or-alter table T ingestion csv mapping 'm' {ForA}");
        _stage.Run($".create-or-alter table T ingestion csv mapping 'M' {ForA}");
        _stage.Run(".show table T ingestion csv mappings").Rows.Count.ShouldBe(2);
        _stage.Run(".show table T ingestion mappings").Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void ADroppedMappingIsGone()
    {
        _stage.Run($".create table T ingestion csv mapping 'm' {ForA}");
        _stage.Run(".drop table T ingestion csv mapping 'm'").Rows.ShouldBeEmpty();
        Stage.Refused(() => _stage.Run(".drop table T ingestion csv mapping 'm'")).Message
            .ShouldBe("The table 'T' has no CSV mapping 'm'. It has: none.");
        Stage.Refused(() => _stage.Run(".show table T ingestion csv mapping 'm'")).Code
            .ShouldBe("BadRequest_MappingReferenceWasNotFound");
    }

    [Theory]
    [InlineData("""[{"Column":"X","Properties":{"Ordinal":"0"}}]""", "BadRequest_InconsistentMapping", "the column 'X', which the table 'T' does not have")]
    [InlineData("""[{"Column":"a","Properties":{"Ordinal":"0"}}]""", "BadRequest_InconsistentMapping", "case-sensitive")]
    [InlineData("""[{"Column":"A","DataType":"string","Properties":{"Ordinal":"0"}}]""", "BadRequest_InconsistentMapping", "as 'string', and the table has it as 'int'")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"A","Properties":{"Ordinal":"1"}}]""", "BadRequest_InvalidMapping", "fill the column 'A'")]
    [InlineData("""[{"Column":"A","Properties":{}}]""", "BadRequest_InvalidMapping", "either an Ordinal or a ConstValue")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","ConstValue":"1"}}]""", "BadRequest_InvalidMapping", "either an Ordinal or a ConstValue")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"-1"}}]""", "BadRequest_InvalidMapping", "'-1' is no ordinal")]
    [InlineData("""[{"Properties":{"Ordinal":"0"}}]""", "BadRequest_InvalidMapping", "Element 0 of the mapping names no column")]
    [InlineData("""[{"Column":"A","Properties":{"Transform":"SourceLocation"}}]""", "BadRequest_InconsistentMapping", "gives a string, and the table has it as 'int'")]
    [InlineData("""[{"Column":"A","Properties":{"Transform":"SourceLineNumber"}}]""", "BadRequest_InconsistentMapping", "gives a long, and the table has it as 'int'")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","Transform":"DateTimeFromUnixSeconds"}}]""", "BadRequest_InconsistentMapping", "gives a datetime, and the table has it as 'int'")]
    [InlineData("""[{"Column":"B","Properties":{"Ordinal":"0","Transform":"SourceLocation"}}]""", "BadRequest_InvalidMapping", "column 'B' takes neither an Ordinal nor a ConstValue beside the transformation SourceLocation")]
    [InlineData("""[{"Column":"A","Properties":{"ConstValue":"","Transform":"SourceLineNumber"}}]""", "BadRequest_InvalidMapping", "neither an Ordinal nor a ConstValue")]
    [InlineData("""[{"Column":"A","Properties":{"Transform":"DateTimeFromUnixMilliseconds"}}]""", "BadRequest_InvalidMapping", "takes an Ordinal, the field to read, and no ConstValue for the transformation DateTimeFromUnixMilliseconds")]
    [InlineData("""[{"Column":"A","Properties":{"Transform":"DateTimeFromUnixSeconds","ConstValue":"1"}}]""", "BadRequest_InvalidMapping", "takes an Ordinal")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","Transform":"PropertyBagArrayToDictionary"}}]""", "BadRequest_InvalidMapping", "the transformation 'PropertyBagArrayToDictionary', which CSV does not have. It has: SourceLocation")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","Transform":"DropMappedFields"}}]""", "BadRequest_InvalidMapping", "the transformation 'DropMappedFields', which CSV does not have. It has: SourceLocation")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","Transform":"BytesAsBase64"}}]""", "BadRequest_InvalidMapping", "the transformation 'BytesAsBase64', which CSV does not have. It has: SourceLocation")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","Transform":"1"}}]""", "BadRequest_InvalidMapping", "the transformation '1', which CSV does not have. It has: SourceLocation")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0","Transform":"SourceLocation,SourceLineNumber"}}]""", "BadRequest_InvalidMapping", "the transformation 'SourceLocation,SourceLineNumber', which CSV does not have. It has: SourceLocation")]
    [InlineData("""[]""", "BadRequest_InvalidMapping", "at least one element")]
    [InlineData("""{}""", "BadRequest_InvalidMapping", "JSON array")]
    [InlineData("""[1]""", "BadRequest_InvalidMapping", "Element 0 of the mapping is no JSON object")]
    [InlineData("""[{""", "BadRequest_InvalidMapping", "The mapping is no JSON")]
    public void AMappingThatDoesNotFitIsRefused(string json, string code, string message)
    {
        RequestRefusedException refused =
            Stage.Refused(() => _stage.Run($".create table T ingestion csv mapping 'm' '{json}'"));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
        _stage.Database.Require("T").Mappings.ShouldBeEmpty();
    }
}
