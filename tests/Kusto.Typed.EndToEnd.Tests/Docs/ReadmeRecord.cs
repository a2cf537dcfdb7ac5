// readme: record
using System.Text.Json.Serialization;
using Kusto.Typed;

namespace Weather;

[KustoTable("StormEvents", JsonContext = typeof(WeatherJson))]
[KustoStreamingIngestion]
public partial record StormEvent
{
    public required DateTime StartTime { get; init; }
    public required string State { get; init; }
    public int InjuriesDirect { get; init; }
    public double? BeginLat { get; init; }
    public StormSummary? StormSummary { get; init; }     // dynamic: JSON
}

public sealed record StormSummary(int TotalDamages, string Description);

[JsonSerializable(typeof(StormSummary))]
public sealed partial class WeatherJson : JsonSerializerContext;
// readme: end
