using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tests.Commands.Parsing;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("\"it's\"", "it's")]
    [InlineData(@"'\\ \' \"" \a\b\f\n\r\t\v'", "\\ ' \" \a\b\f\n\r\t\v")]
    [InlineData(@"'\x41\u00e9\U0001F600\101'", "Aé😀A")]
    [InlineData(@"@'C:\x ''y'''", @"C:\x 'y'")]
    [InlineData("@''''", "'")]
    [InlineData("@\"\"", "")]
    [InlineData("```a'\n\\n```", "a'\n\\n")]
    [InlineData("~~~a```b~~~", "a```b")]
    [InlineData("h'secret'", "secret")]
    [InlineData("H@\"C:\\\"", "C:\\")]
    [InlineData("h```x```", "x")]
    public void LiteralSaysItsText(string literal, string text)
    {
        Folder($"{literal}").ShouldBe(text);
        CommandLiteral read = LiteralReader.Read(literal, 0);
        read.Offsets.Count.ShouldBe(text.Length);
        read.Place.ShouldBe(new TextPlace(0, literal.Length));
    }

    [Theory]
    [InlineData(@"'\u12'")]
    [InlineData(@"'\U00110000'")]
    [InlineData(@"'\8'")]
    [InlineData("'a\nb'")]
    [InlineData("'a")]
    [InlineData("@'a''")]
    [InlineData("~~~a```")]
    public void WhatIsNoLiteralIsRefused(string literal) =>
        Should.Throw<CommandFormatException>(() => Folder(literal));

    [Fact]
    public void WrittenTextsAreReadBack()
    {
        foreach (string text in HostileText.Samples)
        {
            Folder(KustoText.Literal(text)).ShouldBe(text);
            Folder(KustoText.JsonLiteral(text)).ShouldBe(text);
        }
    }

    private static string? Folder(string literal) =>
        CommandParser.Parse($".create table T (A:int) with (folder={literal})")
            .ShouldBeOfType<StoredTableCommand>().Tables[0].Table.Folder;
}
