using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Tests.Text;

public sealed class TextScannerTests
{
    [Theory]
    [InlineData("State", "State")]
    [InlineData("['State']", "State")]
    [InlineData("[\"a b\"]", "a b")]
    [InlineData("[ 'x' ]", "x")]
    [InlineData(@"['a\\\'] //x']", @"a\'] //x")]
    [InlineData("_1", "_1")]
    public void NamesStandBareOrInBrackets(string text, string expected)
    {
        TextScanner scanner = new(text);
        scanner.ReadName("a name").ShouldBe(expected);
        scanner.AtEnd.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1a")]
    [InlineData("[x]")]
    [InlineData("-")]
    [InlineData("")]
    public void WhatIsNoNameIsNotTaken(string text)
    {
        TextScanner scanner = new(text);
        scanner.TryName(out _).ShouldBeFalse();
        scanner.Position.ShouldBe(0);
    }

    [Fact]
    public void AWordEndsWhereItsHyphenEnds()
    {
        TextScanner scanner = new("create-merge table");
        scanner.TryWord("create").ShouldBeFalse();
        scanner.TryWord("create-merge").ShouldBeTrue();
        scanner.TryWord("tab").ShouldBeFalse();
        scanner.TryWord("table").ShouldBeTrue();
    }

    [Fact]
    public void WordsOfQueriesHaveACaseAndThoseOfCommandsNot()
    {
        new TextScanner("COUNT").TryWord("count").ShouldBeFalse();
        new TextScanner("COUNT", StringComparison.OrdinalIgnoreCase).TryWord("count").ShouldBeTrue();
    }

    [Fact]
    public void WordsAreReadAllOrNone()
    {
        TextScanner scanner = new("schema as text");
        scanner.TryWords("schema", "as", "json").ShouldBeFalse();
        scanner.Position.ShouldBe(0);
    }

    [Theory]
    [InlineData("a // comment\n b")]
    [InlineData("a // comment\u2028 b")]
    [InlineData("a\r\n\tb")]
    public void BlanksAndCommentsArePassedOver(string text)
    {
        TextScanner scanner = new(text);
        scanner.TryWord("a").ShouldBeTrue();
        scanner.TryWord("b").ShouldBeTrue();
        scanner.AtEnd.ShouldBeTrue();
    }

    [Fact]
    public void ACommentDoesNotBeginWithinALiteral() =>
        new TextScanner("'http://x'").ReadLiteral().ShouldBe("http://x");

    [Fact]
    public void JsonEndsAtTheParenthesisOutsideItsStrings()
    {
        TextScanner scanner = new("""({"a":")\")"}) rest""");
        scanner.ReadParenthesizedJson().ShouldBe("""{"a":")\")"}""");
        scanner.Rest.ShouldBe("rest");
    }

    [Fact]
    public void AnErrorSaysWhatWasExpectedAndFoundAndWhere() =>
        Should.Throw<RequestRefusedException>(() => new TextScanner("  x").Expect('('))
            .Message.ShouldBe("Syntax error: expected '(' at position 2 and found 'x'.");
}
