using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.Commands;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Tests.Text;

public sealed class StringLiteralTests
{
    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("\"a'b\"", "a'b")]
    [InlineData(@"'\\\'\""\n\r\t\a\b\f\v'", "\\'\"\n\r\t\a\b\f\v")]
    [InlineData(@"'\x41\u00fc\U0001F642\101'", "Aü🙂A")]
    [InlineData("@'a\\b''c'", "a\\b'c")]
    [InlineData("@\"a\"\"b\"", "a\"b")]
    [InlineData("h'secret'", "secret")]
    [InlineData("H@\"x\"", "x")]
    [InlineData("```a\n'b'\\```", "a\n'b'\\")]
    [InlineData("~~~x~~~", "x")]
    [InlineData("''", "")]
    public void EachFormIsRead(string literal, string value)
    {
        TextScanner scanner = new(literal);
        scanner.ReadLiteral().ShouldBe(value);
        scanner.AtEnd.ShouldBeTrue();
    }

    [Theory]
    [InlineData("'a")]
    [InlineData("'a\nb'")]
    [InlineData(@"'\q'")]
    [InlineData(@"'\x4'")]
    [InlineData(@"'\uZZZZ'")]
    [InlineData(@"'\UFFFFFFFF'")]
    [InlineData(@"'a\'")]
    [InlineData("```a")]
    [InlineData("@'a")]
    public void ABrokenLiteralIsASyntaxError(string literal) =>
        Should.Throw<RequestRefusedException>(() => new TextScanner(literal).ReadLiteral())
            .Code.ShouldBe("BadRequest_SyntaxError");

    [Fact]
    public void WhateverOurCommandsQuoteIsReadBack() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>().Filter(static text => text.Get.EnumerateRunes().All(static rune => rune.Value != 0xFFFD)),
            static text =>
                new TextScanner(KustoText.Literal(text.Get)).ReadLiteral() == text.Get
                && new TextScanner(KustoText.JsonLiteral(text.Get)).ReadLiteral() == text.Get
                && new TextScanner(KustoText.Name(text.Get)).TryName(out string name) && name == text.Get)
            .QuickCheckThrowOnFailure();
}
