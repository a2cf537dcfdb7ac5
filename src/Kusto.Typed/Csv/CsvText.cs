using System.Buffers;
using System.Text.Unicode;

namespace Kusto.Typed.Csv;

/// <summary>Text as a CSV field: UTF-8, in quotes where the reader needs them.</summary>
internal static class CsvText
{
    // Longer strings are quoted without looking: two bytes more, but no second pass over the text.
    private const int LongestScanned = 32;

    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<byte> s_specialBytes = SearchValues.Create(",\"\r\n"u8);

    /// <summary>Writes a non-empty text; the room for three bytes a character and two quotes is there.</summary>
    /// <returns>False where half of a surrogate pair stands in the text.</returns>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<byte> field, out int written, out int valueBytes)
    {
        if (text.Length <= LongestScanned && !NeedsQuotes(text))
        {
            bool valid = TryTranscode(text, field, out written);
            valueBytes = written;
            return valid;
        }

        return TryWriteQuoted(text, field, out written, out valueBytes);
    }

    /// <summary>Writes UTF-8 that is known to be valid; the room for twice its length and two quotes is there.</summary>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> field)
    {
        if (text.IndexOfAny(s_specialBytes) < 0)
        {
            text.CopyTo(field);
            return text.Length;
        }

        int written = 0;
        field[written++] = (byte)'"';
        for (int quote; (quote = text.IndexOf((byte)'"')) >= 0; text = text[(quote + 1)..])
        {
            text[..(quote + 1)].CopyTo(field[written..]);
            written += quote + 1;
            field[written++] = (byte)'"';
        }

        text.CopyTo(field[written..]);
        written += text.Length;
        field[written++] = (byte)'"';
        return written;
    }

    private static bool NeedsQuotes(ReadOnlySpan<char> text) =>
        text[0] is ' ' or '\t' or '\uFEFF' || text[^1] is ' ' or '\t' || text.IndexOfAny(s_special) >= 0;

    private static bool TryWriteQuoted(ReadOnlySpan<char> text, Span<byte> field, out int written, out int valueBytes)
    {
        int doubled = 0;
        bool valid = true;
        written = 0;
        field[written++] = (byte)'"';
        for (int quote; valid && (quote = text.IndexOf('"')) >= 0; text = text[(quote + 1)..])
        {
            valid = TryTranscode(text[..(quote + 1)], field[written..], out int bytes);
            written += bytes;
            field[written++] = (byte)'"';
            doubled++;
        }

        valid = valid && TryTranscode(text, field[written..], out int rest) && Advance(rest, ref written);
        field[written++] = (byte)'"';
        valueBytes = written - doubled - 2;
        return valid;
    }

    private static bool Advance(int bytes, ref int written)
    {
        written += bytes;
        return true;
    }

    private static bool TryTranscode(ReadOnlySpan<char> text, Span<byte> field, out int written)
    {
        OperationStatus status = Utf8.FromUtf16(text, field, out _, out written, replaceInvalidSequences: false);
        _ = CsvNumber.Done(status != OperationStatus.DestinationTooSmall, written);
        return status == OperationStatus.Done;
    }
}
