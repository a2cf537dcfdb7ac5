using System.Buffers.Text;

namespace Kusto.Typed.Csv;

/// <summary>Instants and durations as CSV text.</summary>
internal static class CsvTime
{
    private const int FractionLength = 8; // point and seven digits

    /// <summary>Writes <c>2026-01-31T08:15:00.1234567Z</c>, without the fraction where it is zero.</summary>
    /// <remarks>A time of no kind is taken as UTC, as Kusto takes a text without an offset.</remarks>
    /// <returns>False for a local time that UTC cannot hold.</returns>
    public static bool TryWrite(DateTime value, Span<byte> field, out int written)
    {
        if (value.Kind == DateTimeKind.Local && !TryToUtc(ref value))
        {
            written = 0;
            return false;
        }

        written = WriteUtc(value, field);
        return true;
    }

    /// <summary>Writes an instant, whatever the kind says; the digits stand for UTC.</summary>
    public static int WriteUtc(DateTime value, Span<byte> field)
    {
        DateTime utc = DateTime.SpecifyKind(value, DateTimeKind.Utc);
        int written = CsvNumber.Done(Utf8Formatter.TryFormat(utc, field, out int length, 'O'), length);
        if (value.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            return written;
        }

        written -= FractionLength;
        field[written - 1] = (byte)'Z';
        return written;
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
