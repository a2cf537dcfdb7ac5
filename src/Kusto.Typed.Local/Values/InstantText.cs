using System.Globalization;
using System.Text;

namespace Kusto.Typed.Local.Values;

/// <summary>Datetimes in ISO 8601; a text without an offset is UTC.</summary>
internal static class InstantText
{
    private const int LongestText = 40;

    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>
    /// Reads a date, or a date and a time with <c>T</c> or a blank between, then nothing, Z or ±hh:mm.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (TryParseUsual(text, out value))
        {
            return true;
        }

        if (text.Length is < 10 or > LongestText || !Ascii.IsValid(text))
        {
            return false;
        }

        Span<char> chars = stackalloc char[LongestText];
        int length = Encoding.ASCII.GetChars(text, chars);
        ReadOnlySpan<char> instant = chars[..length];
        return TryTakeOffset(ref instant, out TimeSpan offset)
            && instant is not [.., '.'] // .NET takes a fraction of no digits
            && DateTime.TryParseExact(
                instant, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            && TryToUtc(local, offset, out value);
    }

    /// <summary>The one spelling in which instants are kept: no fraction, or seven digits of it.</summary>
    public static string Format(DateTime value) =>
        value.ToString(
            value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture);

    public static bool TryFormat(DateTime value, Span<byte> destination, out int written) =>
        value.TryFormat(
            destination,
            out written,
            value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture);

    // The two spellings of nearly every field, read without the formats: several times faster. What it does not take,
    // the formats may.
    private static bool TryParseUsual(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        int ticks = 0;
        bool shaped = text switch
        {
            { Length: 20 } => true,
            { Length: 28 } => text[19] == '.' && TryDigits(text[20..27], out ticks),
            _ => false,
        };
        if (!shaped || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || text[^1] != 'Z'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month)
            || !TryDigits(text[8..10], out int day) || !TryDigits(text[11..13], out int hour)
            || !TryDigits(text[14..16], out int minute) || !TryDigits(text[17..19], out int second))
        {
            return false;
        }

        bool exists = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour < 24 && minute < 60 && second < 60;
        value = exists
            ? new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks)
            : default;
        return exists;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    private static bool TryTakeOffset(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        const int DateLength = 10;
        offset = TimeSpan.Zero;
        if (text[^1] is 'Z' or 'z')
        {
            text = text[..^1];
            return text.Length > DateLength;
        }

        int sign = text[DateLength..].LastIndexOfAny('+', '-');
        if (sign < 0)
        {
            return true;
        }

        ReadOnlySpan<char> digits = text[(DateLength + sign)..];
        text = text[..(DateLength + sign)];
        bool parsed = TimeSpan.TryParseExact(digits[1..], @"hh\:mm", CultureInfo.InvariantCulture, out offset);
        offset = digits[0] == '-' ? -offset : offset;
        return parsed && offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static bool TryToUtc(DateTime local, TimeSpan offset, out DateTime value)
    {
        long ticks = local.Ticks - offset.Ticks;
        bool inRange = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        value = inRange ? new DateTime(ticks, DateTimeKind.Utc) : default;
        return inRange;
    }
}
