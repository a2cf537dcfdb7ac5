using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Instants in the one form that Kusto and this library write, read at once.</summary>
/// <remarks>
/// DateTime.TryParse knows a hundred forms and looks for this one among them; the figure is with
/// <see cref="ShortNumber"/>. Digits are looked at and put together eight at a time, and days counted here: 15 ns with
/// seven digits of a fraction, where digit by digit and by DateTime's own calendar it were 20. The form alone takes 2.
/// </remarks>
internal static class ShortTime
{
    // 2026-01-31T08:15:00 and behind it Z, or a point, one to seven digits, and Z.
    private const int DateAndTime = 19;
    private const int TickDigits = 7;
    private const int Longest = DateAndTime + 1 + TickDigits + 1;

    // What the sixteen bytes of a time to the minute have least, and by how much most they are more.
    private static Vector128<byte> Least => Vector128.Create("0000-00-00T00:00"u8);

    private static Vector128<byte> Range => Vector128.Create((byte)9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9);

    // How many days of a year are before a month.
    private static ReadOnlySpan<ushort> DaysBefore => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    /// <summary>True where the text begins with a date and a time and ends in at most seven digits and Z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasForm(ReadOnlySpan<byte> text) =>
        (uint)(text.Length - DateAndTime - 1) <= Longest - DateAndTime - 1
        && text[^1] == 'Z'
        && (text.Length == DateAndTime + 1 || text[DateAndTime] == '.')
        && Vector128.LessThanOrEqualAll(Digits(text), Range);

    /// <summary>Reads <c>2026-01-31T08:15:00Z</c>, with up to seven digits of a fraction or without.</summary>
    /// <returns>False where the text is something else, which need not be wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (!BitConverter.IsLittleEndian || !HasForm(text))
        {
            return false;
        }

        // Year, month, day, hour and minute by pairs of digits: what is between them is left out.
        Vector128<ulong> digits = Vector128.Shuffle(
                Digits(text), Vector128.Create((byte)0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 255, 255, 255, 255))
            .AsUInt64();
        ulong date = EightDigits.Pairs(digits.ToScalar());
        ulong time = EightDigits.Pairs(digits.GetElement(1));
        int year = ((byte)date * 100) + (byte)(date >> 16);
        int month = (byte)(date >> 32);
        int day = (byte)(date >> 48);
        int hour = (byte)time;
        int minute = (byte)(time >> 16);
        uint tens = (uint)(text[17] - '0');
        uint ones = (uint)(text[18] - '0');
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DaysOf(year, month)
            || hour > 23 || minute > 59 || text[16] != ':' || tens > 5 || ones > 9
            || !TryReadTicks(text, out long ticks))
        {
            return false;
        }

        long seconds = (((hour * 60) + minute) * 60) + (tens * 10) + ones;
        ticks += (Days(year, month, day) * TimeSpan.TicksPerDay) + (seconds * TimeSpan.TicksPerSecond);
        value = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Digits(ReadOnlySpan<byte> text) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(text)) - Least;

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    // Thirty, and one more in every second month, counted anew from August.
    private static int DaysOf(int year, int month) =>
        month == 2 ? (IsLeap(year) ? 29 : 28) : 30 + ((month ^ (month >> 3)) & 1);

    private static long Days(int year, int month, int day)
    {
        int before = year - 1;
        int leapDay = month > 2 && IsLeap(year) ? 1 : 0;
        int beforeYear = (before * 365) + (before / 4) - (before / 100) + (before / 400);
        return beforeYear + DaysBefore[month - 1] + leapDay + day - 1;
    }

    // The digits are moved to the front of eight, and what is behind them is zero.
    private static bool TryReadTicks(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int count = text.Length - DateAndTime - 2;
        if (count <= 0)
        {
            return count < 0;
        }

        ulong last = MemoryMarshal.Read<ulong>(text[^9..]) ^ EightDigits.Zeros;
        bool isRead = EightDigits.TryRead(last >> (8 * (8 - count)), out long tenths);
        ticks = tenths / 10;
        return isRead;
    }
}
