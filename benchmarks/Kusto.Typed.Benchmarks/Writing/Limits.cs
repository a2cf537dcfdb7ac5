using System.Text;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>What no writer could undercut that reads the strings, or that stores the bytes.</summary>
internal static class Limits
{
    /// <summary>Encodes the strings of all rows and nothing else, and copies CSV that is there already.</summary>
    public static Contender[] Of<TRow>(TRow[] rows, byte[] csv, Func<TRow, byte[], int> getBytes)
    {
        byte[] bytes = new byte[csv.Length];
        return
        [
            new(Keys.GetBytes, () =>
            {
                foreach (TRow row in rows)
                {
                    getBytes(row, bytes);
                }
            }),
            new(Keys.Copy, () => csv.CopyTo(bytes, 0)),
        ];
    }

    public static int GetBytes(StormEvent row, byte[] bytes)
    {
        int length = 0;
        length += Encoding.UTF8.GetBytes(row.State, bytes.AsSpan(length));
        length += Encoding.UTF8.GetBytes(row.EventType, bytes.AsSpan(length));
        length += Encoding.UTF8.GetBytes(row.Source, bytes.AsSpan(length));
        length += Encoding.UTF8.GetBytes(row.BeginLocation, bytes.AsSpan(length));
        length += Encoding.UTF8.GetBytes(row.EndLocation, bytes.AsSpan(length));
        length += Encoding.UTF8.GetBytes(row.EpisodeNarrative, bytes.AsSpan(length));
        length += Encoding.UTF8.GetBytes(row.EventNarrative, bytes.AsSpan(length));
        return length + Encoding.UTF8.GetBytes(row.StormSummary, bytes.AsSpan(length));
    }

    public static int GetBytes(Telemetry row, byte[] bytes)
    {
        int length = Encoding.UTF8.GetBytes(row.Site, bytes);
        return length + Encoding.UTF8.GetBytes(row.Sensor, bytes.AsSpan(length));
    }
}
