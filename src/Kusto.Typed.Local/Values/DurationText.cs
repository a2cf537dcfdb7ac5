using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Kusto.Typed.Local.Values;

/// <summary>Timespans: <c>1.02:03:04.5</c> as .NET writes them, or a number and a unit such as <c>1.5h</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, long Ticks)[] s_units =
    [
        ("microseconds", 10), ("microsecond", 10), ("milliseconds", 10_000), ("millisecond", 10_000),
        ("minutes", TimeSpan.TicksPerMinute), ("minute", TimeSpan.TicksPerMinute),
        ("seconds", TimeSpan.TicksPerSecond), ("second", TimeSpan.TicksPerSecond),
        ("hours", TimeSpan.TicksPerHour), ("hour", TimeSpan.TicksPerHour),
        ("days", TimeSpan.TicksPerDay), ("day", TimeSpan.TicksPerDay),
        ("ticks", 1), ("tick", 1), ("ms", 10_000),
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond),
    ];

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value) =>
        (Utf8Parser.TryParse(text, out value, out int consumed, 'c') && consumed == text.Length)
        || TryParseUnit(Encoding.UTF8.GetString(text), out value);

    public static bool TryParseUnit(string text, out TimeSpan value)
    {
        foreach ((string unit, long ticksPerUnit) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                return TryScale(text.AsSpan(0, text.Length - unit.Length), ticksPerUnit, out value);
            }
        }

        value = default;
        return false;
    }

    private static bool TryScale(ReadOnlySpan<char> number, long ticksPerUnit, out TimeSpan value)
    {
        value = default;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out decimal count)
            || Math.Abs(count) > (decimal)long.MaxValue / ticksPerUnit)
        {
            return false;
        }

        value = new TimeSpan((long)(count * ticksPerUnit));
        return true;
    }
}
