using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management.Policies;

public sealed class EncodingCommandTests
{
    private const int Mebibyte = 1024 * 1024;

    private readonly Stage _stage = Stage.WithTable("A:int, S:string, D:dynamic");

    [Theory]
    [InlineData("D", "Vector16", "Vector16")]
    [InlineData("D", "bigobject32", "BigObject32")]
    [InlineData("S", "BIGOBJECT", "BigObject")]
    [InlineData("A", "identifier", "Identifier")]
    public void AnEncodingIsKeptShownAndDeleted(string column, string written, string kept)
    {
        string shown = $$"""["EncodingPolicy","[Samples].[T].[{{column}}]","{\"Type\":\"{{kept}}\"}","","Column"]""";
        _stage.Answer($".alter column ['T'].['{column}'] policy encoding type='{written}'").ShouldBe(shown);
        _stage.Answer($".show column ['T'].['{column}'] policy encoding").ShouldBe(shown);
        _stage.Answer($".delete column ['T'].['{column}'] policy encoding").ShouldContain("\"null\"");
        _stage.Answer($".show column T.{column} policy encoding").ShouldContain("\"null\"");
    }

    [Theory]
    [InlineData(" type='Null'")]
    [InlineData("")]
    public void TheUsualEncodingIsNoPolicy(string type)
    {
        _stage.Run(".alter column T.D policy encoding type='Vector16'");
        _stage.Answer($".alter column T.D policy encoding{type}")
            .ShouldBe("""["EncodingPolicy","[Samples].[T].[D]","null","","Column"]""");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("BigObject", 2)]
    [InlineData("BigObject32", 32)]
    public void AnEncodingSaysHowLongAValueMayBe(string encoding, int mebibytes)
    {
        if (encoding.Length > 0)
        {
            _stage.Run($".alter column T.S policy encoding type='{encoding}'");
            _stage.Run($".alter column T.D policy encoding type='{encoding}'");
        }

        int limit = mebibytes * Mebibyte;
        string longest = new('1', limit);
        string longestJson = $"[{new string(' ', limit - 2)}]";
        _stage.Ingest($",{longest},\n").Ingest($",,{longestJson}\n");
        _stage.Warnings.ShouldBeEmpty();
        _stage.Ingest($",{longest}1,\n").Ingest($",,{longestJson} \n");
        _stage.Warnings.Select(warning => (warning.Kind, warning.Column)).ShouldBe(
            [(LocalWarningKind.StringTruncated, "S"), (LocalWarningKind.DynamicTooLarge, "D")]);
        Lengths("S").ShouldBe([limit, 0, limit, 0]);
        _stage.Query("T | project D").ShouldBe("[null]\n[[]]\n[null]\n[null]");
    }

    [Fact]
    public void ARenamedColumnKeepsItsEncodingAndOneOfAnotherTypeLosesIt()
    {
        _stage.Run(".alter column T.D policy encoding type='Vector16'");
        _stage.Run(".rename column T.D to E");
        _stage.Answer(".show column T.E policy encoding").ShouldContain("Vector16");
        _stage.Run(".alter column T.E type=string");
        _stage.Answer(".show column T.E policy encoding").ShouldContain("\"null\"");
    }

    [Theory]
    [InlineData(".alter column T.D policy encoding type='Vector8'", "General_BadRequest", "'Vector8' is no encoding of a column. There are: Null, Identifier, BigObject, BigObject32, Vector16.")]
    [InlineData(".alter column T.D policy encoding type='4'", "General_BadRequest", "'4' is no encoding")]
    [InlineData(".alter column T.S policy encoding type='Vector16'", "General_BadRequest", "for columns of type dynamic, and the column 'S' is of type string")]
    [InlineData(".alter column T.A policy encoding type='BigObject32'", "General_BadRequest", "for columns of type string or dynamic, and the column 'A' is of type int")]
    [InlineData(".alter column T.X policy encoding type='Vector16'", "BadRequest_EntityNotFound", "no column 'X'")]
    [InlineData(".alter column T.D policy caching hot = 1d", "BadRequest_NotSupported", "encoding of columns only")]
    [InlineData(".alter column T.D policy encoding type=Vector16", "BadRequest_SyntaxError", "expected a string literal")]
    [InlineData(".alter column T.D policy encoding 'Vector16'", "BadRequest_SyntaxError", "expected the end")]
    [InlineData(".show column T.X policy encoding", "BadRequest_EntityNotFound", "no column 'X'")]
    [InlineData(".delete column T.X policy encoding", "BadRequest_EntityNotFound", "no column 'X'")]
    public void WhatIsNoEncodingIsRefused(string command, string code, string message)
    {
        RequestRefusedException refused = Stage.Refused(() => _stage.Run(command));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
        _stage.Answer(".show column T.D policy encoding").ShouldContain("\"null\"");
    }

    private IEnumerable<int> Lengths(string column)
    {
        Table table = _stage.Database.Require("T");
        return table.Extents.Select(extent => extent.Find(table.FindColumn(column)!.Id)![0].Length); // all extents have it
    }
}
