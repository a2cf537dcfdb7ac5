using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>Instants and durations as CSV text.</summary>
internal static class CsvTime
{
    private const int SecondsLength = 20;
    private const int FullLength = 28;

    /// <summary>Writes <c>2026-01-31T08:15:00.1234567Z</c>, without the fraction where it is zero.</summary>
    /// <remarks>
    /// A time of no kind is taken as UTC, as Kusto takes a text without an offset. The room for 36 bytes is there.
    /// </remarks>
    /// <returns>The bytes written; 0 for a local time that UTC cannot hold.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(DateTime value, ref byte field) =>
        value.Kind == DateTimeKind.Local ? WriteLocal(value, ref field) : WriteUtc(value, ref field);

    /// <summary>Writes an instant, whatever the kind says; the digits stand for UTC.</summary>
    /// <remarks>Two digits at a time out of a table; by format <c>O</c> of .NET it is 18 ns and not 7.</remarks>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteUtc(DateTime value, ref byte field)
    {
        uint days = (uint)((ulong)value.Ticks / TimeSpan.TicksPerDay);
        ulong timeOfDay = (ulong)value.Ticks - (days * (ulong)TimeSpan.TicksPerDay);
        if (DayText.IsSupported)
        {
            DayText.Write(days, ref field);
        }
        else
        {
            WriteDay(days, ref field);
        }

        uint seconds = (uint)(timeOfDay / TimeSpan.TicksPerSecond);
        uint fraction = (uint)(timeOfDay - (seconds * (ulong)TimeSpan.TicksPerSecond));
        uint minutes = seconds / 60;
        uint hours = minutes / 60;
        TwoDigits.Write(hours, ref Unsafe.Add(ref field, 11));
        Unsafe.Add(ref field, 13) = (byte)':';
        TwoDigits.Write(minutes - (hours * 60), ref Unsafe.Add(ref field, 14));
        Unsafe.Add(ref field, 16) = (byte)':';
        TwoDigits.Write(seconds - (minutes * 60), ref Unsafe.Add(ref field, 17));
        if (fraction == 0)
        {
            Unsafe.Add(ref field, SecondsLength - 1) = (byte)'Z';
            return SecondsLength;
        }

        // Seven digits, and an eighth one where the Z comes.
        AsciiDigits.WriteAll(fraction * 10, ref Unsafe.Add(ref field, 20));
        Unsafe.Add(ref field, 19) = (byte)'.';
        Unsafe.Add(ref field, FullLength - 1) = (byte)'Z';
        return FullLength;
    }

    // yyyy-MM-ddT, on other machines.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteDay(uint days, ref byte field)
    {
        CalendarDay day = CalendarDay.Of(days);
        uint century = day.Year / 100;
        TwoDigits.Write(century, ref field);
        TwoDigits.Write(day.Year - (century * 100), ref Unsafe.Add(ref field, 2));
        Unsafe.Add(ref field, 4) = (byte)'-';
        TwoDigits.Write(day.Month, ref Unsafe.Add(ref field, 5));
        Unsafe.Add(ref field, 7) = (byte)'-';
        TwoDigits.Write(day.Day, ref Unsafe.Add(ref field, 8));
        Unsafe.Add(ref field, 10) = (byte)'T';
    }

    /// <summary>Writes the midnight in UTC at which the day begins, in full.</summary>
    public static int Write(DateOnly value, Span<byte> field)
    {
        DateTime midnight = value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        bool written = Utf8Formatter.TryFormat(midnight, field, out int length, 'O');
        return CsvNumber.Done(written, length);
    }

    /// <summary>Writes .NET's constant format, <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static int Write(TimeSpan value, Span<byte> field)
    {
        bool written = Utf8Formatter.TryFormat(value, field, out int length, 'c');
        return CsvNumber.Done(written, length);
    }

    // Apart, so that a time of UTC need not lie in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteLocal(DateTime value, ref byte field) => TryToUtc(ref value) ? WriteUtc(value, ref field) : 0;

    // ToUniversalTime answers the first or last tick of time where the true one lies beyond; going back finds it out.
    private static bool TryToUtc(ref DateTime value)
    {
        DateTime utc = value.ToUniversalTime();
        TimeSpan offset = value - utc;
        bool clamped = (utc == DateTime.MinValue || utc.Ticks == DateTime.MaxValue.Ticks)
            && TimeZoneInfo.Local.GetUtcOffset(value) != offset;
        value = utc;
        return !clamped;
    }
}
