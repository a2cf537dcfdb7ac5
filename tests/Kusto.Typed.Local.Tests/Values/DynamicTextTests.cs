using System.Buffers;
using System.Text;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Tests.Values;

public sealed class DynamicTextTests
{
    [Theory]
    [InlineData("""{ "k" : [ 1 , 2 ] }""", """{"k":[1,2]}""")]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":3,"b":2}""")]
    [InlineData("\"abc\"", "\"abc\"")]
    [InlineData("12", "12")]
    [InlineData("null", "null")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("1.50", "1.50")]
    [InlineData(@"""\u00fc\n""", "\"ü\\n\"")]
    public void JsonIsKeptMinified(string text, string kept) => Kept(text).ShouldBe(kept);

    [Theory]
    [InlineData("abc")]
    [InlineData("{'a': 1}")]
    [InlineData("1 2")]
    [InlineData("{\"a\":1")]
    [InlineData("[1,]")]
    [InlineData(@"""\ud800""")]
    public void WhatIsNoJsonIsSaidSo(string text) => Kept(text).ShouldBeNull();

    [Theory]
    [InlineData("9223372036854775808123", true)]
    [InlineData("0.12345678901234567890123", true)]
    [InlineData("0.1", false)]
    [InlineData("9223372036854775807", false)]
    [InlineData("0.30000000000000004", false)]
    public void ANumberOfTooManyDigitsIsRoundedAndSaidSo(string text, bool expected)
    {
        DynamicText.TryWrite(Encoding.UTF8.GetBytes(text), new ArrayBufferWriter<byte>(), out bool rounded).ShouldBeTrue();
        rounded.ShouldBe(expected);
    }

    private static string? Kept(string text)
    {
        ArrayBufferWriter<byte> output = new();
        bool valid = DynamicText.TryWrite(Encoding.UTF8.GetBytes(text), output, out _);
        string kept = Encoding.UTF8.GetString(output.WrittenSpan);
        return valid ? kept : kept.Length == 0 ? null : "left behind: " + kept;
    }
}
