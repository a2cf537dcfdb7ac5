using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tests.Commands.Parsing;

/// <summary>Mappings as the service takes and as it answers them.</summary>
public sealed class MappingParserTests
{
    [Theory]
    [InlineData("""[{"Column":"At","DataType":"datetime","Properties":{"Ordinal":"3"}}]""")]
    [InlineData("""[{"column":"At","datatype":"datetime","properties":{"ordinal":3}}]""")]
    [InlineData("""[{"Name":"At","DataType":"datetime","Ordinal":3,"ConstValue":null}]""")]
    [InlineData("""[{"Name":"At","DataType":"datetime","CsvDataType":null,"Ordinal":"3","ConstValue":null,"Transform":"None"}]""")]
    public void EveryShapeSaysTheSame(string json) =>
        MappingParser.Parse(json).ShouldBe([new StoredMappingEntry("At") { DataType = "datetime", Ordinal = 3 }]);

    [Fact]
    public void ConstantsAndTransformationsAreRead() =>
        MappingParser.Parse(
            """
            [
              {"Column":"Edge","Properties":{"ConstValue":""}},
              {"Column":"File","Properties":{"Transform":"SourceLocation"}},
              {"Name":"Old","DataType":"","Ordinal":null,"ConstValue":"x"}
            ]
            """).ShouldBe(
        [
            new StoredMappingEntry("Edge") { ConstantValue = "" },
            new StoredMappingEntry("File") { Transform = "SourceLocation" },
            new StoredMappingEntry("Old") { ConstantValue = "x" },
        ]);

    [Theory]
    [InlineData("[", "Expected a mapping as JSON")]
    [InlineData("{}", "found an object")]
    [InlineData("[7]", "Entry 0 of the mapping is a number")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"-1"}}]""", "the ordinal '-1'")]
    public void WhatIsNoMappingIsSaid(string json, string problem) =>
        Should.Throw<FormatException>(() => MappingParser.Parse(json)).Message.ShouldContain(problem);
}
