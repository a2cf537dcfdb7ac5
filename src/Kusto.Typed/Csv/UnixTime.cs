namespace Kusto.Typed.Csv;

/// <summary>Instants as numbers since 1970-01-01.</summary>
internal static class UnixTime
{
    private const long NanosecondsPerTick = 100;

    /// <summary>The number that the transformation makes the instant of; null where a long cannot hold it.</summary>
    public static long? Of(DateTime instant, KustoTransform transform)
    {
        long ticks = instant.Ticks - DateTime.UnixEpoch.Ticks;
        return transform switch
        {
            KustoTransform.DateTimeFromUnixSeconds => ticks / TimeSpan.TicksPerSecond,
            KustoTransform.DateTimeFromUnixMilliseconds => ticks / TimeSpan.TicksPerMillisecond,
            KustoTransform.DateTimeFromUnixMicroseconds => ticks / TimeSpan.TicksPerMicrosecond,
            _ => Math.Abs(ticks) <= long.MaxValue / NanosecondsPerTick ? ticks * NanosecondsPerTick : null,
        };
    }
}
