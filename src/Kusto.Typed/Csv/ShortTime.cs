namespace Kusto.Typed.Csv;

/// <summary>Instants in the one form that Kusto and this library write, read at once.</summary>
/// <remarks>DateTime.TryParse knows a hundred forms and looks for this one among them; the figure is with <see cref="ShortNumber"/>.</remarks>
internal static class ShortTime
{
    // 2026-01-31T08:15:00 and behind it Z, or a point, one to seven digits, and Z.
    private const int DateAndTime = 19;
    private const int TickDigits = 7;

    /// <summary>Reads <c>2026-01-31T08:15:00Z</c>, with up to seven digits of a fraction or without.</summary>
    /// <returns>False where the text is something else, which need not be wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length <= DateAndTime
            || text[^1] != 'Z'
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        int bad = 0;
        int year = (Two(text, 0, ref bad) * 100) + Two(text, 2, ref bad);
        int month = Two(text, 5, ref bad);
        int day = Two(text, 8, ref bad);
        int hour = Two(text, 11, ref bad);
        int minute = Two(text, 14, ref bad);
        int second = Two(text, 17, ref bad);
        if (bad != 0
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59
            || !TryReadTicks(text[DateAndTime..^1], out int ticks))
        {
            return false;
        }

        value = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks);
        return true;
    }

    private static bool TryReadTicks(ReadOnlySpan<byte> fraction, out int ticks)
    {
        ticks = 0;
        if (fraction.IsEmpty)
        {
            return true;
        }

        if (fraction[0] != '.' || fraction.Length is 1 or > TickDigits + 1)
        {
            return false;
        }

        for (int place = 1; place <= TickDigits; place++)
        {
            int digit = place < fraction.Length ? fraction[place] - '0' : 0;
            if ((uint)digit > 9)
            {
                return false;
            }

            ticks = (ticks * 10) + digit;
        }

        return true;
    }

    // Two digits; what is none leaves a mark that is looked at once for all of them.
    private static int Two(ReadOnlySpan<byte> text, int place, ref int bad)
    {
        uint tens = (uint)(text[place] - '0');
        uint ones = (uint)(text[place + 1] - '0');
        bad |= (tens > 9 ? 1 : 0) | (ones > 9 ? 1 : 0);
        return (int)((tens * 10) + ones);
    }
}
