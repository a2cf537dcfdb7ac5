using System.Globalization;
using System.Text;
using CsvHelper;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Benchmarks;

/// <summary>Ways from rows to CSV bytes; each answers how many bytes it made, and keeps none of them.</summary>
internal static class Contenders
{
    private static readonly CsvWriterOptions s_noHeader = new() { HasHeader = false, NewLine = "\n" };

    public static long KustoTyped<TRow>(TRow[] rows)
        where TRow : IKustoRow<TRow>
    {
        using CsvBuffer buffer = new(TRow.Schema);
        KustoCsvWriter csv = new(buffer);
        long bytes = 0;
        foreach (TRow row in rows)
        {
            TRow.Write(row, ref csv);
            while (buffer.TryTakeFull(out CsvBlock full))
            {
                bytes += full.Length;
                full.Return();
            }
        }

        csv.Commit();
        CsvBlock last = buffer.TakeCurrent();
        bytes += last.Length;
        last.Return();
        return bytes;
    }

    public static long CsvHelper<TRow>(TRow[] rows)
    {
        using CountingStream bytes = new();
        using (CsvWriter csv = CsvWriter.Create(bytes, s_noHeader, leaveOpen: true))
        {
            csv.WriteRecords(rows);
        }

        return bytes.Length;
    }

    public static long Join(StormEvent[] rows) =>
        rows.Sum(row => (long)Encoding.UTF8.GetBytes(string.Join(',', Fields(row)) + "\n").Length);

    public static long Join(Telemetry[] rows) =>
        rows.Sum(row => (long)Encoding.UTF8.GetBytes(string.Join(',', Fields(row)) + "\n").Length);

    private static string[] Fields(StormEvent row) =>
    [
        Text(row.StartTime), Text(row.EndTime), Text(row.EpisodeId), Text(row.EventId), Quoted(row.State), Quoted(row.EventType),
        Text(row.InjuriesDirect), Text(row.InjuriesIndirect), Text(row.DeathsDirect), Text(row.DeathsIndirect),
        Text(row.DamageProperty), Text(row.DamageCrops), Quoted(row.Source), Quoted(row.BeginLocation), Quoted(row.EndLocation),
        Text(row.BeginLat), Text(row.BeginLon), Text(row.EndLat), Text(row.EndLon),
        Quoted(row.EpisodeNarrative), Quoted(row.EventNarrative), Quoted(row.StormSummary),
    ];

    private static string[] Fields(Telemetry row) =>
    [
        Text(row.At), row.Device.ToString(), Quoted(row.Site), Quoted(row.Sensor), Text(row.Value), Text(row.Limit),
        Text(row.Quality), Text(row.Sequence), row.Ok ? "true" : "false", Text(row.Alarm),
    ];

    private static string Text(DateTime value) => value.ToString("O", CultureInfo.InvariantCulture);

    private static string Text<TNumber>(TNumber value)
        where TNumber : struct, IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Text<TNumber>(TNumber? value)
        where TNumber : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
