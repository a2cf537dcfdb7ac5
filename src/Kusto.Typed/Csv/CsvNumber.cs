using System.Data.SqlTypes;
using System.Globalization;

namespace Kusto.Typed.Csv;

/// <summary>Numbers as CSV text, the same under every culture.</summary>
internal static class CsvNumber
{
    public static int Write<TNumber>(TNumber value, Span<byte> field)
        where TNumber : IUtf8SpanFormattable
    {
        bool written = value.TryFormat(field, out int length, default, CultureInfo.InvariantCulture);
        return Done(written, length);
    }

    /// <summary>The length that was written; without room a field would be empty, and nobody would know.</summary>
    public static int Done(bool written, int length) => written ? length : throw NoRoom();

    /// <summary>What goes wrong where generated code, or code written instead of it, does not count right.</summary>
    public static InvalidOperationException NoRoom() =>
        new("BeginRecord reserved less than the record's fields take: its first argument must be their sum.");

    /// <summary>Writes up to 38 digits with all the decimals that the scale says.</summary>
    public static int Write(SqlDecimal value, Span<byte> field)
    {
        Span<uint> parts = stackalloc uint[4];
        value.WriteTdsValue(parts);
        UInt128 digits = new(((ulong)parts[3] << 32) | parts[2], ((ulong)parts[1] << 32) | parts[0]);
        Span<byte> text = stackalloc byte[40];
        digits.TryFormat(text, out int length, "D39", CultureInfo.InvariantCulture);

        // 39 digits with leading zeros: as many of them stay as the integer part needs, which is at least one.
        int point = length - value.Scale;
        int first = text[..(point - 1)].IndexOfAnyExcept((byte)'0');
        first = first < 0 ? point - 1 : first;
        int written = 0;
        if (!value.IsPositive)
        {
            field[written++] = (byte)'-';
        }

        text[first..point].CopyTo(field[written..]);
        written += point - first;
        if (value.Scale > 0)
        {
            field[written++] = (byte)'.';
            text[point..length].CopyTo(field[written..]);
            written += value.Scale;
        }

        return written;
    }
}
