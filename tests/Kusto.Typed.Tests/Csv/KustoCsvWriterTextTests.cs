using System.Net;
using System.Text;
using Kusto.Typed.Csv;
using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

public sealed class KustoCsvWriterTextTests
{
    private static readonly string s_longest = new('é', CsvLimits.MaxValueBytes / 2);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("\\n")]
    [InlineData("it's")]
    [InlineData("# no comment")]
    [InlineData("null")]
    [InlineData("a\uFEFF")]
    [InlineData("\u00A0a\u2028")]
    [InlineData("\0")]
    [InlineData("日本 😀")]
    [InlineData("12345678901234567890123456789012")]
    public void ShortTextWithoutSpecialCharactersStandsBare(string text) =>
        Written((ref csv) => csv.WriteString(text)).ShouldBe(text);

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("\"\"", "\"\"\"\"\"\"")]
    [InlineData("say \"hi\"!", "\"say \"\"hi\"\"!\"")]
    [InlineData("\r", "\"\r\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData(" ", "\" \"")]
    [InlineData("\ta", "\"\ta\"")]
    [InlineData("a\t", "\"a\t\"")]
    [InlineData("\uFEFFa", "\"\uFEFFa\"")]
    [InlineData("123456789012345678901234567890123", "\"123456789012345678901234567890123\"")]
    public void OtherTextStandsInQuotes(string text, string field) =>
        Written((ref csv) => csv.WriteString(text)).ShouldBe(field);

    [Fact]
    public void NullTextIsEmpty() => Written((ref csv) => csv.WriteString((string?)null)).ShouldBe("");

    [Fact]
    public void HalfOfASurrogatePairIsRefused()
    {
        // In the attributes of a theory the compiler would replace them.
        string[] texts =
        [
            "\uD800", "\uDC00", "a\uD83D", "\uDE00\uD83D", "long enough to be quoted at once \uD83D and on",
            "quoted \" before \uD83D \" and after", "quoted \"\uD83D\"",
        ];
        foreach (string text in texts)
        {
            Refused((ref csv) => csv.WriteString(text)).Message.ShouldContain("surrogate");
        }
    }

    [Fact]
    public void TextOfOneMebibyteIsWritten()
    {
        string written = WrittenLong(s_longest);

        written.ShouldBe($"\"{s_longest}\"");
    }

    [Fact]
    public void QuotesThatAreDoubledDoNotCountAgainstTheLimit()
    {
        string quotes = new('"', CsvLimits.MaxValueBytes);

        WrittenLong(quotes).Length.ShouldBe((2 * CsvLimits.MaxValueBytes) + 2);
    }

    [Fact]
    public void TextOfOneByteMoreIsRefused()
    {
        Refused((ref csv) => csv.WriteString(s_longest + "x")).Message.ShouldContain("1048576 bytes");
        Refused((ref csv) => csv.WriteString(new string('"', CsvLimits.MaxValueBytes + 1))).Message.ShouldContain("1048576");
        Refused((ref csv) => csv.WriteString(new string('x', (CsvLimits.MaxValueBytes * 2) + 1))).Message.ShouldContain("1048576");
    }

    [Fact]
    public void CharacterIsWrittenAsText()
    {
        Written((ref csv) => csv.WriteString('x')).ShouldBe("x");
        Written((ref csv) => csv.WriteString('"')).ShouldBe("\"\"\"\"");
        Written((ref csv) => csv.WriteString((char?)'\uFEFF')).ShouldBe("\"\uFEFF\"");
        Written((ref csv) => csv.WriteString('\0')).ShouldBe("\0");
        Written((ref csv) => csv.WriteString((char?)null)).ShouldBe("");
        Refused((ref csv) => csv.WriteString('\uD83D')).Message.ShouldContain("surrogate");
    }

    [Fact]
    public void RuneIsWrittenAsText()
    {
        Written((ref csv) => csv.WriteString(new Rune(0x1F600))).ShouldBe("😀");
        Written((ref csv) => csv.WriteString((Rune?)new Rune(','))).ShouldBe("\",\"");
        Written((ref csv) => csv.WriteString((Rune?)null)).ShouldBe("");
    }

    [Fact]
    public void UriIsWrittenAsItWasGiven()
    {
        Written((ref csv) => csv.WriteString(new Uri("HTTP://Example.org/a b?q=1,2"))).ShouldBe("\"HTTP://Example.org/a b?q=1,2\"");
        Written((ref csv) => csv.WriteString(new Uri("../up", UriKind.Relative))).ShouldBe("../up");
        Written((ref csv) => csv.WriteString((Uri?)null)).ShouldBe("");
    }

    [Fact]
    public void VersionAndAddressAreWrittenAsTheyReadBack()
    {
        Version longest = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
        IPAddress scoped = IPAddress.Parse("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255%4294967295");

        Written((ref csv) => csv.WriteString(longest)).ShouldBe("2147483647.2147483647.2147483647.2147483647");
        Written((ref csv) => csv.WriteString(new Version(1, 2))).ShouldBe("1.2");
        Written((ref csv) => csv.WriteString((Version?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteString(IPAddress.Parse("10.0.0.1"))).ShouldBe("10.0.0.1");
        Written((ref csv) => csv.WriteString(IPAddress.IPv6Loopback)).ShouldBe("::1");
        Written((ref csv) => csv.WriteString(scoped)).ShouldBe(scoped.ToString());
        Written((ref csv) => csv.WriteString((IPAddress?)null)).ShouldBe("");
    }

    [Fact]
    public void EnumIsItsNameItsNamesOrItsDigits()
    {
        Written((ref csv) => csv.WriteEnum(Weekdays.Monday)).ShouldBe("Monday");
        Written((ref csv) => csv.WriteEnum(Weekdays.Monday | Weekdays.Wednesday)).ShouldBe("\"Monday, Wednesday\"");
        Written((ref csv) => csv.WriteEnum((Weekdays?)(Weekdays)1000)).ShouldBe("1000");
        Written((ref csv) => csv.WriteEnum((Weekdays)(-8))).ShouldBe("-8");
        Written((ref csv) => csv.WriteEnum((Weekdays?)null)).ShouldBe("");
    }

    [Fact]
    public void EnumAsANumberIsTheNumberBehindIt()
    {
        Written((ref csv) => csv.WriteEnumNumber(Weekdays.Tuesday)).ShouldBe("2");
        Written((ref csv) => csv.WriteEnumNumber((Weekdays?)(Weekdays)short.MinValue)).ShouldBe("-32768");
        Written((ref csv) => csv.WriteEnumNumber((Weekdays?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteEnumNumber((SmallEnum)255)).ShouldBe("255");
        Written((ref csv) => csv.WriteEnumNumber((UIntEnum)uint.MaxValue)).ShouldBe("4294967295");
        Written((ref csv) => csv.WriteEnumNumber((ULongEnum)long.MaxValue)).ShouldBe("9223372036854775807");
        Refused((ref csv) => csv.WriteEnumNumber((ULongEnum)ulong.MaxValue)).Message.ShouldContain("larger than a long");
    }

    [Fact]
    public void BytesAreBase64()
    {
        Written((ref csv) => csv.WriteBase64([0xFB, 0xFF, 1])).ShouldBe("+/8B");
        Written((ref csv) => csv.WriteBase64(new ReadOnlyMemory<byte>([1]))).ShouldBe("AQ==");
        Written((ref csv) => csv.WriteBase64((ReadOnlyMemory<byte>?)new byte[] { 1, 2 })).ShouldBe("AQI=");
        Written((ref csv) => csv.WriteBase64((byte[]?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteBase64((ReadOnlyMemory<byte>?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteBase64([])).ShouldBe("");
    }

    [Fact]
    public void BytesOfOneMebibyteOfBase64AreTheMost()
    {
        byte[] most = new byte[CsvLimits.MaxValueBytes / 4 * 3];

        Written((ref csv) => csv.WriteBase64(most)).Length.ShouldBe(CsvLimits.MaxValueBytes);
        Refused((ref csv) => csv.WriteBase64(new byte[most.Length + 1])).Message.ShouldContain("1048576");
    }

    private static string WrittenLong(string text) => Written((ref csv) => csv.WriteString(text));

    private enum SmallEnum : byte;

    private enum UIntEnum : uint;

    private enum ULongEnum : ulong;
}
