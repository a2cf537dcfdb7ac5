using System.Buffers;
using System.Text.Unicode;

namespace Kusto.Typed.Csv;

/// <summary>Text as a CSV field: UTF-8, in quotes where the reader needs them.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<byte> s_specialBytes = SearchValues.Create(",\"\r\n"u8);

    /// <summary>Writes a non-empty text; the room for three bytes a character and two quotes is there.</summary>
    /// <returns>False where half of a surrogate pair stands in the text.</returns>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<byte> field, out int written, out int valueBytes)
    {
        if (text.Length <= ShortText.LongestLength)
        {
            if (ShortText.TryWrite(text, field))
            {
                written = valueBytes = text.Length;
                return true;
            }

            if (!NeedsQuotes(text))
            {
                bool valid = TryTranscode(text, field, out written);
                valueBytes = written;
                return valid;
            }
        }

        return TryWriteQuoted(text, field, out written, out valueBytes);
    }

    /// <summary>
    /// Writes UTF-8 that is known to be valid; the room for twice its length and two quotes is there.
    /// </summary>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> field)
    {
        if (text.IndexOfAny(s_specialBytes) < 0)
        {
            text.CopyTo(field);
            return text.Length;
        }

        return WriteQuoted(text, field);
    }

    /// <summary>Writes UTF-8 in quotes, needed or not; the room is the same.</summary>
    public static int WriteQuoted(ReadOnlySpan<byte> text, Span<byte> field)
    {
        field[0] = (byte)'"';
        int written = 1 + QuoteDoubling.Write(text, field[1..]);
        field[written++] = (byte)'"';
        return written;
    }

    private static bool NeedsQuotes(ReadOnlySpan<char> text) =>
        text[0] is ' ' or '\t' or '\uFEFF' || text[^1] is ' ' or '\t' || text.IndexOfAny(s_special) >= 0;

    // Most texts have no quote: they are in their place once they are UTF-8.
    private static bool TryWriteQuoted(ReadOnlySpan<char> text, Span<byte> field, out int written, out int valueBytes)
    {
        field[0] = (byte)'"';
        if (!TryTranscode(text, field[1..], out valueBytes))
        {
            written = 0;
            return false;
        }

        int quote = field.Slice(1, valueBytes).IndexOf((byte)'"');
        written = 1 + (quote < 0 ? valueBytes : quote + DoubleQuotes(field[(1 + quote)..], valueBytes - quote));
        field[written++] = (byte)'"';
        return true;
    }

    // What is to be doubled steps aside, out of the way of what it becomes.
    private static int DoubleQuotes(Span<byte> field, int length)
    {
        byte[] text = ArrayPool<byte>.Shared.Rent(length);
        field[..length].CopyTo(text);
        int written = QuoteDoubling.Write(text.AsSpan(0, length), field);
        ArrayPool<byte>.Shared.Return(text);
        return written;
    }

    private static bool TryTranscode(ReadOnlySpan<char> text, Span<byte> field, out int written)
    {
        OperationStatus status = Utf8.FromUtf16(text, field, out _, out written, replaceInvalidSequences: false);
        _ = CsvNumber.Done(status != OperationStatus.DestinationTooSmall, written);
        return status == OperationStatus.Done;
    }
}
