using System.Globalization;
using System.Text;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Rows as CSV in the way that everybody writes first.</summary>
internal static class JoinedRows
{
    public static string Join(StormEvent row) => string.Join(
        ',',
        Text(row.StartTime), Text(row.EndTime), Text(row.EpisodeId), Text(row.EventId), Quoted(row.State), Quoted(row.EventType),
        Text(row.InjuriesDirect), Text(row.InjuriesIndirect), Text(row.DeathsDirect), Text(row.DeathsIndirect),
        Text(row.DamageProperty), Text(row.DamageCrops), Quoted(row.Source), Quoted(row.BeginLocation), Quoted(row.EndLocation),
        Text(row.BeginLat), Text(row.BeginLon), Text(row.EndLat), Text(row.EndLon),
        Quoted(row.EpisodeNarrative), Quoted(row.EventNarrative), Quoted(row.StormSummary)) + "\n";

    public static string Join(Telemetry row) => string.Join(
        ',',
        Text(row.At), row.Device.ToString(), Quoted(row.Site), Quoted(row.Sensor), Text(row.Value), Text(row.Low),
        Text(row.High), Text(row.Quality), Text(row.Sequence), row.Ok ? "true" : "false") + "\n";

    public static void Write<TRow>(TRow[] rows, Stream output, Func<TRow, string> join)
    {
        foreach (TRow row in rows)
        {
            output.Write(Encoding.UTF8.GetBytes(join(row)));
        }
    }

    private static string Text(DateTime value) => value.ToString("O", CultureInfo.InvariantCulture);

    private static string Text<TNumber>(TNumber value)
        where TNumber : struct, IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Text<TNumber>(TNumber? value)
        where TNumber : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
