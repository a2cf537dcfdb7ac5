using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

public sealed class ColumnCommandTests
{
    private const string MappingOfB = """'[{"Column":"B","DataType":"string","Properties":{"Ordinal":"1"}}]'""";

    private readonly Stage _stage = Stage.WithTable("A:int, B:string, ['C c']:real").Ingest("1,b,1.5\n");

    [Fact]
    public void ARenamedColumnKeepsItsValues()
    {
        _stage.Run(".alter table T column-docstrings (B:'text')");
        _stage.Answer(".rename column ['T'].['B'] to ['Text b']").ShouldStartWith("[\"T\",\"{\\\"Name\\\":\\\"T\\\"");
        Schema().ShouldBe("A:int,Text b:string,C c:real");
        _stage.Query("T").ShouldBe("[1,\"b\",1.5]");
        _stage.Database.Require("T").FindColumn("Text b")?.DocString.ShouldBe("text");
    }

    [Fact]
    public void ADroppedColumnIsGoneWithItsValues()
    {
        _stage.Run(".drop column ['T'].['B']");
        _stage.Query("T").ShouldBe("[1,1.5]");
        _stage.Run(".alter-merge table T (B:string)");
        _stage.Query("T").ShouldBe("[1,1.5,\"\"]");
        _stage.Run(".drop column T.Nowhere ifexists");
        Schema().ShouldBe("A:int,C c:real,B:string");
    }

    [Fact]
    public void SeveralColumnsAreDroppedAtOnceOrNone()
    {
        Stage.Refused(() => _stage.Run(".drop table T columns (A, Nowhere)")).Code.ShouldBe("BadRequest_EntityNotFound");
        Schema().ShouldBe("A:int,B:string,C c:real");
        _stage.Run(".drop table ['T'] columns (['A'], ['C c'])");
        Schema().ShouldBe("B:string");
        _stage.Query("T").ShouldBe("[\"b\"]");
    }

    [Fact]
    public void AColumnOfAnotherTypeIsNullForEver()
    {
        _stage.Run(".alter table T column-docstrings (A:'number')");
        _stage.Run(".alter column ['T'].['A'] type=long");
        Schema().ShouldBe("A:long,B:string,C c:real");
        _stage.Ingest("4294967296,c,2\n");
        _stage.Query("T | project A").ShouldBe("[null]\n[4294967296]");
        _stage.Run(".alter column T.A type=int");
        _stage.Query("T | project A").ShouldBe("[null]\n[null]");
        _stage.Database.Require("T").FindColumn("A")?.DocString.ShouldBe("number");
    }

    [Fact]
    public void AColumnThatIsOfTheTypeAlreadyKeepsItsValues()
    {
        _stage.Run(".alter column T.A type = int32");
        _stage.Query("T | project A").ShouldBe("[1]");
    }

    [Theory]
    [InlineData(".rename column T.B to D", "'m' fills the column 'B', which the table 'T' does not have")]
    [InlineData(".drop column T.B", "'m' fills the column 'B', which the table 'T' does not have")]
    [InlineData(".drop table T columns (B)", "'m' fills the column 'B', which the table 'T' does not have")]
    [InlineData(".alter column T.B type=long", "'m' has the column 'B' as 'string', and the table has it as 'long'")]
    public void AMappingThatNamedTheColumnFailsWhenItIsUsed(string command, string message)
    {
        _stage.Run($".create table T ingestion csv mapping 'm' {MappingOfB}");
        _stage.Run(command);
        RequestRefusedException refused = Stage.Refused(() => _stage.Ingest("2,x\n", "m"));
        refused.Code.ShouldBe("BadRequest_InconsistentMapping");
        refused.Message.ShouldContain(message);
        _stage.Query("T | count").ShouldBe("[1]");
    }

    [Theory]
    [InlineData(".rename column T.X to D", "BadRequest_EntityNotFound", "no column 'X'. It has: A, B, C c. Names are case-sensitive.")]
    [InlineData(".rename column X.A to D", "BadRequest_EntityNotFound", "no table 'X'")]
    [InlineData(".rename column T.A to B", "BadRequest_EntityAlreadyExists", "a column 'B' already; 'A' keeps its name")]
    [InlineData(".rename column T.A to ['a:b']", "BadRequest_EntityNameIsNotValid", "'a:b' is no name for a column")]
    [InlineData(".rename column T to D", "BadRequest_SyntaxError", "expected '.'")]
    [InlineData(".rename column T.A D", "BadRequest_SyntaxError", "expected 'to'")]
    [InlineData(".drop column T.a", "BadRequest_EntityNotFound", "no column 'a'")]
    [InlineData(".drop column X.A ifexists", "BadRequest_EntityNotFound", "no table 'X'")]
    [InlineData(".drop table T columns (A, B, ['C c'])", "General_BadRequest", "no column left. Drop the table")]
    [InlineData(".drop table T columns ()", "BadRequest_SyntaxError", "expected the name of a column")]
    [InlineData(".alter column T.X type=long", "BadRequest_EntityNotFound", "no column 'X'")]
    [InlineData(".alter column T.A type=number", "BadRequest_SyntaxError", "'number' is no scalar type")]
    [InlineData(".alter column T.A long", "BadRequest_SyntaxError", "expected 'type'")]
    public void WhatCannotBeDoneIsRefusedAndChangesNothing(string command, string code, string message)
    {
        RequestRefusedException refused = Stage.Refused(() => _stage.Run(command));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
        Schema().ShouldBe("A:int,B:string,C c:real");
        _stage.Query("T").ShouldBe("[1,\"b\",1.5]");
    }

    private string Schema() =>
        (string)_stage.Run(".show table T cslschema").Rows.ShouldHaveSingleItem()[1]!; // never null in this answer
}
