using System.Globalization;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Values;

/// <summary>Datetimes from the time since 1970 in UTC, as the transformations of a mapping read it.</summary>
internal static class UnixTimeText
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>True where the transformation reads a time.</summary>
    public static bool IsUnixTime(this MappingTransform transform) =>
        transform >= MappingTransform.DateTimeFromUnixSeconds;

    /// <summary>Reads a number, which may have a fraction; what is less than a tick is dropped.</summary>
    /// <returns>False where the text is no number, or the time is none that a datetime holds.</returns>
    public static bool TryWrite(
        MappingTransform transform, ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        decimal ticksPerUnit = TicksPerUnit(transform);
        decimal earliest = -DateTime.UnixEpoch.Ticks;
        decimal latest = DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal units)
            || units > (latest + 1) / ticksPerUnit || units < earliest / ticksPerUnit)
        {
            return false;
        }

        decimal ticks = decimal.Floor(units * ticksPerUnit);
        return ticks <= latest
            && InstantText.TryFormat(DateTime.UnixEpoch.AddTicks((long)ticks), destination, out written);
    }

    private static decimal TicksPerUnit(MappingTransform transform) => transform switch
    {
        MappingTransform.DateTimeFromUnixSeconds => TimeSpan.TicksPerSecond,
        MappingTransform.DateTimeFromUnixMilliseconds => TimeSpan.TicksPerMillisecond,
        MappingTransform.DateTimeFromUnixMicroseconds => TimeSpan.TicksPerMicrosecond,
        MappingTransform.DateTimeFromUnixNanoseconds => 1m / TimeSpan.NanosecondsPerTick,
        _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, "It reads no time."),
    };
}
