using System.Text;
using CsvHelper;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>The records of a CSV as lines of text, found by us and by a reader that we did not write.</summary>
internal static class FoundRecords
{
    /// <summary>Ours, of bytes that come in pieces.</summary>
    public static List<string> Ours(byte[] csv, CsvForm form, Func<int> pieceLength)
    {
        using CsvRecordScanner scanner = new(form, maxRecordBytes: 1_000_000);
        List<string> found = [];
        int given = 0;
        while (true)
        {
            while (scanner.TryRead())
            {
                found.Add(Ours(scanner));
            }

            if (given > csv.Length)
            {
                return found;
            }

            Memory<byte> room = scanner.Room();
            int length = Math.Min(Math.Min(pieceLength(), room.Length), csv.Length - given);
            csv.AsMemory(given, length).CopyTo(room);
            scanner.Filled(length);
            given += length == 0 ? 1 : length;
        }
    }

    /// <summary>CsvHelper's.</summary>
    public static List<string> Theirs(byte[] csv, CsvForm form)
    {
        List<string> found = Read(csv, form);

        // It tells the first flaw of a record alone. That a quote is open behind it is seen by what it swallows.
        if (found.Count > 0
            && (found[^1].EndsWith($"{CsvFlaw.StrayQuote}", StringComparison.Ordinal)
                || found[^1].EndsWith($"{CsvFlaw.TextAfterQuote}", StringComparison.Ordinal))
            && Read([.. csv, .. "\nx"u8], form).Count == found.Count)
        {
            found[^1] = $"{found[^1].Split(':')[0]}: {CsvFlaw.OpenQuote}";
        }

        return found;
    }

    private static List<string> Read(byte[] csv, CsvForm form)
    {
        List<CsvMalformedReason> flaws = [];
        CsvReaderOptions options = new()
        {
            HasHeader = false,
            Separator = (char)form.Separator,
            Mode = form.HasQuotes ? CsvMode.Rfc4180 : CsvMode.NoEscape,
            TrackLineNumbers = true,
            OnMalformedRecord = record => flaws.Add(record.Reason),
        };
        using CsvReader reader = CsvReader.Create(new MemoryStream(csv), options);
        List<string> found = [];
        while (reader.Read())
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            found.Add(Line(reader.LineNumber, reader.RawRecord, fields, Flaw(flaws)));
            flaws.Clear();
        }

        return found;
    }

    private static string Ours(CsvRecordScanner scanner)
    {
        string[] fields = new string[scanner.FieldCount];
        for (int place = 0; place < fields.Length; place++)
        {
            RecordField field = scanner.Fields[place];
            field.IsNull.ShouldBe(field.Length == 0);
            fields[place] = Encoding.UTF8.GetString(scanner.Text.Slice(field.Start, field.Length));
        }

        scanner.IsUtf8.ShouldBeTrue();
        return Line(scanner.Line, scanner.Raw, fields, scanner.Flaw);
    }

    // What the fields are of a record without form nobody asks; of one that does not end, not even where it does.
    private static string Line(long line, ReadOnlySpan<byte> raw, string[] fields, CsvFlaw flaw) => flaw switch
    {
        CsvFlaw.None => $"{line}: {Encoding.UTF8.GetString(raw)} has {string.Join('|', fields)}",
        CsvFlaw.OpenQuote => $"{line}: {flaw}",
        _ => $"{line}: {Encoding.UTF8.GetString(raw)} has {fields.Length} fields and is {flaw}",
    };

    private static CsvFlaw Flaw(List<CsvMalformedReason> found) =>
        found.Count == 0 ? CsvFlaw.None
        : found.Contains(CsvMalformedReason.UnterminatedQuote) ? CsvFlaw.OpenQuote
        : found[0] == CsvMalformedReason.TextAfterClosingQuote ? CsvFlaw.TextAfterQuote
        : CsvFlaw.StrayQuote;
}
