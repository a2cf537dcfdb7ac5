using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.Local.Records;

namespace Kusto.Typed.Local.Tests.Records;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b,c\n", "a¦b¦c")]
    [InlineData("a,b,c", "a¦b¦c")]
    [InlineData("a,b\r\nc,d\r\n", "a¦b/c¦d")]
    [InlineData("a,b\nc,d", "a¦b/c¦d")]
    [InlineData(",", "¦")]
    [InlineData(",\n,", "¦/¦")]
    [InlineData("a,", "a¦")]
    [InlineData("\"a,b\",c", "a,b¦c")]
    [InlineData("\"a\nb\",c\n", "a\nb¦c")]
    [InlineData("\"a\r\nb\"\r\n", "a\r\nb")]
    [InlineData("\"a\"\"b\",c", "a\"b¦c")]
    [InlineData("\"\"\"\",\"\"", "\"¦")]
    [InlineData("\"\"\"a\"\"\",\"\"\"\"\"\"", "\"a\"¦\"\"")]
    [InlineData(" a , b ", " a ¦ b ")]
    [InlineData("a\\,b", "a\\¦b")]
    [InlineData("#a,//b", "#a¦//b")]
    [InlineData("{\"\n", null)]
    [InlineData("ä,日本,🙂", "ä¦日本¦🙂")]
    [InlineData("\"\"", "")]
    public void RecordsAreReadAsRfc4180Says(string source, string? expected)
    {
        if (expected is null)
        {
            Should.Throw<RequestRefusedException>(() => Read(source));
        }
        else
        {
            string.Join('/', Read(source).Select(record => string.Join('¦', record))).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("a,\"b", "Stream_ClosingQuoteMissing", "Record 1, field 1")]
    [InlineData("a,b\nc,\"d\"\"", "Stream_ClosingQuoteMissing", "Record 2, field 1")]
    [InlineData("\"a\" ,b", "BadRequest_UnexpectedCharacterInInputStream", "text follows the closing quote")]
    [InlineData("a, \"b\"", "BadRequest_UnexpectedCharacterInInputStream", "Record 1, field 1: a quote stands within")]
    [InlineData("a\rb", "BadRequest_UnexpectedCharacterInInputStream", "a CR without LF")]
    [InlineData("a\r", "BadRequest_UnexpectedCharacterInInputStream", "a CR without LF")]
    public void BrokenRecordsAreRefusedWithTheirPlace(string source, string code, string message)
    {
        RequestRefusedException refused = Should.Throw<RequestRefusedException>(() => Read(source));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
        refused.Permanent.ShouldBeTrue();
    }

    [Theory]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData(';')]
    [InlineData('\u0001')]
    public void AnotherDelimiterLeavesCommasAlone(char delimiter) =>
        Read($"a,b{delimiter}\"c{delimiter}d\"", (byte)delimiter).ShouldHaveSingleItem()
            .ShouldBe(["a,b", $"c{delimiter}d"]);

    [Fact]
    public void AnEmptySourceHasNoRecord() => Read("").ShouldBeEmpty();

    [Fact]
    public void ABlankLineAndAQuotedNothingAreNotTheSame()
    {
        DelimitedReader blank = new("\n"u8, (byte)',');
        blank.Read().ShouldBeTrue();
        blank.IsBlankLine.ShouldBeTrue();

        DelimitedReader quoted = new("\"\"\n"u8, (byte)',');
        quoted.Read().ShouldBeTrue();
        quoted.IsBlankLine.ShouldBeFalse();
    }

    [Fact]
    public void WhatANaiveWriterWritesIsReadBack() =>
        Prop.ForAll(
            Gen.NonEmptyListOf(Gen.NonEmptyListOf(Gen.Elements(
                "", "a", "\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "a b", "ü", "🙂", "\\", "x,y\"z\"\n", "\0"))).ToArbitrary(),
            records => string.Join('\u001E', Read(Written(records)).Select(static fields => string.Join('\u001F', fields)))
                == string.Join('\u001E', records.Select(static fields => string.Join('\u001F', fields))))
            .QuickCheckThrowOnFailure();

    private static string Written(IEnumerable<IEnumerable<string>> records) =>
        string.Concat(records.Select(static fields => string.Join(',', fields.Select(Quoted)) + "\r\n"));

    private static string Quoted(string field) => "\"" + field.Replace("\"", "\"\"") + "\"";

    private static List<string[]> Read(string source, byte delimiter = (byte)',')
    {
        DelimitedReader reader = new(Encoding.UTF8.GetBytes(source), delimiter);
        List<string[]> records = [];
        while (reader.Read())
        {
            string[] fields = new string[reader.FieldCount];
            for (int place = 0; place < fields.Length; place++)
            {
                fields[place] = Encoding.UTF8.GetString(reader[place]);
            }

            records.Add(fields);
        }

        return records;
    }
}
