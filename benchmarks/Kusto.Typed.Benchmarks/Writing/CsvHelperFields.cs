using CsvHelper;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>The rows as one writes them with CsvHelper by hand, a field a line.</summary>
internal static class CsvHelperFields
{
    public static void Write(CsvWriter csv, StormEvent row)
    {
        csv.WriteField(row.StartTime, default);
        csv.WriteField(row.EndTime, default);
        csv.WriteField(row.EpisodeId, default);
        csv.WriteField(row.EventId, default);
        csv.WriteField(row.State);
        csv.WriteField(row.EventType);
        csv.WriteField(row.InjuriesDirect, default);
        csv.WriteField(row.InjuriesIndirect, default);
        csv.WriteField(row.DeathsDirect, default);
        csv.WriteField(row.DeathsIndirect, default);
        csv.WriteField(row.DamageProperty, default);
        csv.WriteField(row.DamageCrops, default);
        csv.WriteField(row.Source);
        csv.WriteField(row.BeginLocation);
        csv.WriteField(row.EndLocation);
        csv.WriteField(row.BeginLat, default);
        csv.WriteField(row.BeginLon, default);
        csv.WriteField(row.EndLat, default);
        csv.WriteField(row.EndLon, default);

        // Nearly all of these need quotes: said beforehand, it costs no second look.
        csv.WriteField(row.EpisodeNarrative, CsvQuoting.Always);
        csv.WriteField(row.EventNarrative, CsvQuoting.Always);
        csv.WriteField(row.StormSummary, CsvQuoting.Always);
    }

    public static void Write(CsvWriter csv, Telemetry row)
    {
        csv.WriteField(row.At, default);
        csv.WriteField(row.Device, default);
        csv.WriteField(row.Site);
        csv.WriteField(row.Sensor);
        csv.WriteField(row.Value, default);
        csv.WriteField(row.Low, default);
        csv.WriteField(row.High, default);
        csv.WriteField(row.Quality, default);
        csv.WriteField(row.Sequence, default);
        csv.WriteField(row.Ok);
    }
}
