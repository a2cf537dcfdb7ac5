using System.Text.Json;

namespace Seismology;

/// <summary>Reads the feed's GeoJSON: times are Unix milliseconds, coordinates are nested, much may be null.</summary>
internal static class EarthquakeFile
{
    public static IReadOnlyList<Earthquake> Read(string path)
    {
        using JsonDocument feed = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. feed.RootElement.GetProperty("features").EnumerateArray().Select(Read)];
    }

    private static Earthquake Read(JsonElement feature)
    {
        JsonElement properties = feature.GetProperty("properties");
        JsonElement coordinates = feature.GetProperty("geometry").GetProperty("coordinates");
        return new Earthquake
        {
            Id = feature.GetProperty("id").GetString()!,
            Time = Instant(properties, "time"),
            Updated = Instant(properties, "updated"),
            LocalOffset = TimeSpan.FromMinutes(properties.GetProperty("tz").GetInt32()),
            Magnitude = properties.GetProperty("mag").GetDouble(),
            MagnitudeType = Text(properties, "magType"),
            Place = Text(properties, "place"),
            Longitude = coordinates[0].GetDouble(),
            Latitude = coordinates[1].GetDouble(),
            Depth = coordinates[2].GetDouble(),
            Url = new Uri(Text(properties, "url")),
            Detail = new Uri(Text(properties, "detail")),
            Felt = Integer(properties, "felt"),
            CommunityIntensity = Number(properties, "cdi"),
            InstrumentalIntensity = Number(properties, "mmi"),
            Alert = properties.GetProperty("alert").GetString() is { } alert
                ? Enum.Parse<AlertLevel>(alert, ignoreCase: true)
                : null,
            Status = Enum.Parse<ReviewStatus>(Text(properties, "status"), ignoreCase: true),
            Tsunami = properties.GetProperty("tsunami").GetInt32() != 0,
            Significance = properties.GetProperty("sig").GetInt32(),
            Network = Text(properties, "net"),
            Code = Text(properties, "code"),
            Ids = Text(properties, "ids"),
            Sources = Text(properties, "sources"),
            Types = Text(properties, "types"),
            Stations = Integer(properties, "nst"),
            NearestStationDegrees = Number(properties, "dmin"),
            RootMeanSquare = Number(properties, "rms"),
            Gap = Number(properties, "gap"),
            Kind = Text(properties, "type"),
            Title = Text(properties, "title"),
        };
    }

    private static DateTime Instant(JsonElement properties, string name) =>
        DateTimeOffset.FromUnixTimeMilliseconds(properties.GetProperty(name).GetInt64()).UtcDateTime;

    private static string Text(JsonElement properties, string name) => properties.GetProperty(name).GetString()!;

    private static int? Integer(JsonElement properties, string name) =>
        properties.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static double? Number(JsonElement properties, string name) =>
        properties.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
