using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Texts written by vectors, of whatever width the run has, read by the plain way.</summary>
public sealed class PlainTextTests
{
    private const int Longest = 150;

    [Fact]
    public void EveryCharacterIsKeptAtEveryPlaceOfEveryLength()
    {
        for (int length = 1; length <= Longest; length++)
        {
            string plain = string.Concat(Enumerable.Range(0, length).Select(place => (char)('a' + (place % 26))));
            ShouldBeKept(plain);
            for (int place = 0; place < length; place++)
            {
                foreach (char special in ",\"\r\n \t\0\u007F\u0080\u00FF\u0122\u2C0D\uFEFF\uFFFF")
                {
                    ShouldBeKept(string.Concat(plain.AsSpan(0, place), [special], plain.AsSpan(place + 1)));
                }
            }
        }
    }

    [Fact]
    public void QuotesAreDoubledHoweverManyThereAre()
    {
        Random random = new(20260131);
        for (int round = 0; round < 20_000; round++)
        {
            int oneIn = 1 + random.Next(12);
            ShouldBeKept(string.Concat(Enumerable.Range(0, 1 + random.Next(300)).Select(_ => random.Next(oneIn) == 0 ? '"' : 'x')));
        }
    }

    [Fact]
    public void TextWithoutNeedForThemHasNoQuotesWhileItIsShort()
    {
        Rows.Written((ref csv) => csv.WriteString("New Hampshire")).ShouldBe("New Hampshire");
        Rows.Written((ref csv) => csv.WriteString(new string('x', 32))).ShouldBe(new string('x', 32));
        Rows.Written((ref csv) => csv.WriteString(" x")).ShouldBe("\" x\"");
        Rows.Written((ref csv) => csv.WriteString("x\t")).ShouldBe("\"x\t\"");
        Rows.Written((ref csv) => csv.WriteString("a,b")).ShouldBe("\"a,b\"");
    }

    [Fact]
    public void NothingIsWrittenBehindTheSlackOfABlock()
    {
        const byte Untouched = 0xAA;
        for (int length = 1; length <= Longest; length++)
        {
            string text = new('"', length);
            byte[] field = new byte[(length * 3) + 3 + CsvBuffer.Slack + 16];
            field.AsSpan().Fill(Untouched);

            if (length <= PlainText.ShortLength)
            {
                PlainText.WriteShort(in text.GetPinnableReference(), length, ref field[0]);
            }
            else
            {
                PlainText.WriteLong(in text.GetPinnableReference(), length, ref field[0]);
            }

            field[^16..].ShouldAllBe(part => part == Untouched);
        }
    }

    private static void ShouldBeKept(string text)
    {
        List<byte[]> fields = PlainCsv.Split(Rows.Record(
            RecordTests.NumberSchema(2), (ref csv) => csv.WriteString(text), (ref csv) => csv.WriteInt(7))).Single();
        string read = Encoding.UTF8.GetString(fields[0]);
        if (fields.Count != 2 || read != text)
        {
            read.ShouldBe(text);
            fields.Count.ShouldBe(2);
        }
    }
}
