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
        value.Kind == DateTimeKind.Local && !TryToUtc(ref value) ? 0 : WriteUtc(value, ref field);

    /// <summary>Writes an instant, whatever the kind says; the digits stand for UTC.</summary>
    /// <remarks>Eight bytes a store, 6 ns; by format <c>O</c> it is 19.</remarks>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int WriteUtc(DateTime value, ref byte field)
    {
        (int year, int month, int day) = value;
        ulong timeOfDay = (ulong)value.Ticks % TimeSpan.TicksPerDay;
        uint seconds = (uint)(timeOfDay / TimeSpan.TicksPerSecond);
        uint fraction = (uint)(timeOfDay - (seconds * (ulong)TimeSpan.TicksPerSecond));
        uint minutes = seconds / 60;
        uint hours = minutes / 60;

        // yyyyMMdd and 00HHmmss, the first digit lowest.
        ulong date = AsciiDigits.Of((uint)((year * 10_000) + (month * 100) + day)) | AsciiDigits.Zeros;
        ulong time = AsciiDigits.Of((hours * 10_000) + ((minutes - (hours * 60)) * 100) + (seconds - (minutes * 60)))
            | AsciiDigits.Zeros;
        ulong upToMonth = (uint)date | ((date >> 32 & ushort.MaxValue) << 40) | ((ulong)'-' << 32) | ((ulong)'-' << 56);
        ulong upToMinute = (date >> 48) | ((ulong)'T' << 16) | ((time >> 16 & ushort.MaxValue) << 24)
            | ((ulong)':' << 40) | (time >> 32 << 48);
        ulong second = ':' | (time >> 48 << 8);
        AsciiDigits.Store(upToMonth, ref field);
        AsciiDigits.Store(upToMinute, ref Unsafe.Add(ref field, 8));
        if (fraction == 0)
        {
            AsciiDigits.Store(second | ((ulong)'Z' << 24), ref Unsafe.Add(ref field, 16));
            return SecondsLength;
        }

        // Seven digits and an eighth one, whose place the Z takes.
        const ulong Seven = 0x00FF_FFFF_FFFF_FFFF;
        AsciiDigits.Store(second | ((ulong)'.' << 24), ref Unsafe.Add(ref field, 16));
        ulong digits = (AsciiDigits.Of(fraction * 10) | AsciiDigits.Zeros) & Seven;
        AsciiDigits.Store(digits | ((ulong)'Z' << 56), ref Unsafe.Add(ref field, 20));
        return FullLength;
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
