using System.Globalization;

namespace Kusto.Typed.Schema;

/// <summary>Durations as attributes and commands spell them: <c>30d</c> and <c>1.02:00:00</c> alike.</summary>
internal static class KustoTimeText
{
    // What stands behind the number, the longest unit first.
    private static readonly (string Name, long Ticks)[] s_units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
    ];

    /// <summary>Reads <c>30d</c>, <c>12h</c>, <c>30m</c>, <c>10s</c>, or .NET's <c>[d.]hh:mm:ss</c>.</summary>
    public static bool TryParse(string text, out TimeSpan value)
    {
        foreach ((string name, long ticks) in s_units)
        {
            if (text.EndsWith(name, StringComparison.Ordinal)
                && long.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                && number <= TimeSpan.MaxValue.Ticks / ticks)
            {
                value = TimeSpan.FromTicks(number * ticks);
                return true;
            }
        }

        // A bare number is days to .NET and to Kusto, and seconds to many a reader.
        value = default;
        return text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The shortest literal of the query language.</summary>
    public static string ToLiteral(TimeSpan value)
    {
        (string name, long ticks) = s_units.FirstOrDefault(unit => value.Ticks % unit.Ticks == 0);
        return name is null
            ? value.Ticks.ToString(CultureInfo.InvariantCulture) + "tick"
            : (value.Ticks / ticks).ToString(CultureInfo.InvariantCulture) + name;
    }

    /// <summary>The text that stands in the JSON of policies.</summary>
    public static string ToJson(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
