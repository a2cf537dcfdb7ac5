using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Records are those that another reader finds, whatever stands in the bytes and however they come.</summary>
public sealed class CsvRecordScannerTests
{
    private static readonly CsvForm s_quoted = new((byte)',', HasQuotes: true);
    private static readonly CsvForm s_plain = new((byte)',', HasQuotes: false);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryShortTextIsToldApartAsByAnotherReader(bool hasQuotes)
    {
        CsvForm form = hasQuotes ? s_quoted : s_plain;
        foreach (byte[] csv in EveryTextOf("a,\"\n\r"u8.ToArray(), longest: 6))
        {
            FoundRecords.Ours(csv, form, () => csv.Length).ShouldBe(FoundRecords.Theirs(csv, form), Shown(csv));
        }
    }

    [Fact]
    public void WhatStandsOnTheEdgeOfABlockIsToldApartToo()
    {
        foreach (byte[] end in EveryTextOf("a,\"\n"u8.ToArray(), longest: 5))
        {
            foreach (int before in (ReadOnlySpan<int>)[61, 62, 63, 64])
            {
                byte[] csv = [.. Enumerable.Repeat((byte)'x', before - 1), (byte)',', .. end];

                FoundRecords.Ours(csv, s_quoted, () => csv.Length)
                    .ShouldBe(FoundRecords.Theirs(csv, s_quoted), Shown(csv));
            }
        }
    }

    [Fact]
    public void AnyRecordsAreToldApartAsByAnotherReader() =>
        RandomValues.ForAll(random =>
        {
            CsvForm form = new((byte)(random.Bool() ? ',' : '\t'), HasQuotes: random.Below(4) != 0);
            byte[] csv = Encoding.UTF8.GetBytes((random.Bool() ? "\uFEFF" : "") + RandomCsv(random, form));

            FoundRecords.Ours(csv, form, () => 1 + random.Below(100))
                .ShouldBe(FoundRecords.Theirs(csv, form), Shown(csv));
        });

    [Fact]
    public void ManyRecordsAreToldApartAcrossBuffers()
    {
        RandomValues random = new(2026);
        string csv = string.Concat(Enumerable.Range(0, 200).Select(_ => RandomCsv(random, s_quoted)))
            .Replace("\0", "", StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,\"b\"\"c\"\r\n", 30_000)) + csv);
        bytes.Length.ShouldBeGreaterThan(300_000);

        FoundRecords.Ours(bytes, s_quoted, () => 1 + random.Below(100_000))
            .ShouldBe(FoundRecords.Theirs(bytes, s_quoted));
    }

    [Fact]
    public void LongRecordsAndManyFieldsFit()
    {
        string commas = new(',', 200_000);
        string text = new('a', 300_000);
        string quotes = string.Concat(Enumerable.Repeat("\"\"\"\",", 50_000));
        byte[] csv = Encoding.UTF8.GetBytes($"{commas}\n\"{text}\"\"\",b\n{quotes}");

        FoundRecords.Ours(csv, s_quoted, () => 10_000).ShouldBe(FoundRecords.Theirs(csv, s_quoted));
    }

    [Fact]
    public void ARecordThatDoesNotEndGetsNoMoreRoom()
    {
        using CsvRecordScanner scanner = new(s_quoted, maxRecordBytes: 200_000);
        byte[] open = Encoding.UTF8.GetBytes("a\n\n\"" + new string('x', 300_000));
        int given = 0;
        while (scanner.Room() is { IsEmpty: false } room)
        {
            int length = Math.Min(room.Length, 7_000);
            open.AsMemory(given, length).CopyTo(room);
            scanner.Filled(length);
            given += length;
            while (scanner.TryRead())
            {
                scanner.Raw.SequenceEqual("a"u8).ShouldBeTrue();
            }
        }

        scanner.NextLine.ShouldBe(3);
        given.ShouldBe(200_003);
    }

    [Fact]
    public void BytesThatAreNotUtf8AreSeen()
    {
        using CsvRecordScanner scanner = new(s_quoted, maxRecordBytes: 1000);
        byte[] csv = [.. Enumerable.Repeat((byte)'a', 100), (byte)'\n', 0xE9, (byte)'\n', .. "é\n"u8, .. "ab\n"u8];
        csv.CopyTo(scanner.Room());
        scanner.Filled(csv.Length);
        List<bool> found = [];
        while (scanner.TryRead())
        {
            found.Add(scanner.IsUtf8);
        }

        found.ShouldBe([true, false, true, true]);
    }

    private static IEnumerable<byte[]> EveryTextOf(byte[] alphabet, int longest)
    {
        List<byte[]> texts = [[]];
        for (int length = 1; length <= longest; length++)
        {
            texts = [.. texts.SelectMany(text => alphabet.Select(next => (byte[])[.. text, next]))];
            foreach (byte[] text in texts)
            {
                yield return text;
            }
        }
    }

    // Most records are good, so that what comes behind one that is not is looked at too.
    private static string RandomCsv(RandomValues random, CsvForm form)
    {
        StringBuilder csv = new();
        for (int records = random.Below(8); records > 0; records--)
        {
            for (int fields = random.Below(6); fields >= 0; fields--)
            {
                string text = random.String() + new string('x', random.Below(3) * random.Below(100));
                csv.Append(random.Below(20) == 0 || !form.HasQuotes ? text : Quoted(random, text))
                    .Append(fields > 0 ? ((char)form.Separator).ToString() : random.Bool() ? "\n" : "\r\n");
            }
        }

        return csv.ToString();
    }

    private static string Quoted(RandomValues random, string text) =>
        random.Bool() && text.IndexOfAny([',', '\t', '"', '\r', '\n']) < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Shown(byte[] csv) => $"of {Encoding.UTF8.GetString(csv)}";
}
