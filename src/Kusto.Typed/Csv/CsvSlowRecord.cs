namespace Kusto.Typed.Csv;

/// <summary>Marks one record field by field, whatever stands in it: for those that have quotes out of place.</summary>
internal static class CsvSlowRecord
{
    /// <summary>Marks the record that begins at a place.</summary>
    /// <param name="bytes">The bytes so far; the last of all is a line end.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="isAll">True where no more bytes follow.</param>
    /// <param name="form">What records are told apart by.</param>
    /// <param name="marks">What the marks are added to.</param>
    /// <returns>What is wrong with the record; null where its end is not there: then nothing is marked.</returns>
    public static CsvFlaw? Mark(ReadOnlySpan<byte> bytes, int start, bool isAll, CsvForm form, CsvMarks marks)
    {
        CsvFlaw flaw = CsvFlaw.None;
        int place = start;
        while (true)
        {
            (int end, CsvFlaw found) = EndOfField(bytes, place, form);
            flaw = flaw == CsvFlaw.None || found == CsvFlaw.OpenQuote ? found : flaw;
            if (end == bytes.Length)
            {
                return isAll ? Rest(end, marks) : Nothing(start, marks);
            }

            bool isLineEnd = bytes[end] != form.Separator;
            marks.Add(end, isLineEnd);
            if (isLineEnd)
            {
                return flaw;
            }

            place = end + 1;
        }
    }

    private static (int End, CsvFlaw Flaw) EndOfField(ReadOnlySpan<byte> bytes, int place, CsvForm form)
    {
        if (!form.HasQuotes || place == bytes.Length || bytes[place] != '"')
        {
            int end = EndOfText(bytes, place, form);
            bool isStray = form.HasQuotes && bytes[place..end].Contains((byte)'"');
            return (end, isStray ? CsvFlaw.StrayQuote : CsvFlaw.None);
        }

        int closing = Closing(bytes, place + 1);
        if (closing >= bytes.Length - 1)
        {
            return (bytes.Length, CsvFlaw.OpenQuote);
        }

        // What follows is text up to the end of the field, and quotes in it are characters like any other.
        int after = EndOfText(bytes, closing + 1, form);
        return (after, after == closing + 1 ? CsvFlaw.None : CsvFlaw.TextAfterQuote);
    }

    private static int EndOfText(ReadOnlySpan<byte> bytes, int place, CsvForm form)
    {
        int length = bytes[place..].IndexOfAny(form.Separator, (byte)'\r', (byte)'\n');
        return length < 0 ? bytes.Length : place + length;
    }

    private static int Closing(ReadOnlySpan<byte> bytes, int place)
    {
        while (true)
        {
            int length = bytes[place..].IndexOf((byte)'"');
            if (length < 0)
            {
                return bytes.Length;
            }

            place += length;
            if (place + 1 >= bytes.Length || bytes[place + 1] != '"')
            {
                return place;
            }

            place += 2;
        }
    }

    private static CsvFlaw? Rest(int end, CsvMarks marks)
    {
        // The line end that was added behind all bytes is inside of the quotes: it ends the record all the same.
        marks.Add(end - 1, isLineEnd: true);
        return CsvFlaw.OpenQuote;
    }

    private static CsvFlaw? Nothing(int start, CsvMarks marks)
    {
        marks.Restart(start);
        return null;
    }
}
