using System.Text.Json.Serialization;
using Kusto.Typed;

namespace Weather;

/// <summary>
/// A storm as the National Weather Service reports it: the columns of Kusto's well-known sample table.
/// </summary>
[KustoTable("StormEvents", JsonContext = typeof(WeatherJson))]
[KustoStreamingIngestion]
public partial record StormEvent
{
    public required DateTime StartTime { get; init; }

    public required DateTime EndTime { get; init; }

    public required int EpisodeId { get; init; }

    public required int EventId { get; init; }

    public required string State { get; init; }

    public required string EventType { get; init; }

    public int InjuriesDirect { get; init; }

    public int InjuriesIndirect { get; init; }

    public int DeathsDirect { get; init; }

    public int DeathsIndirect { get; init; }

    public int DamageProperty { get; init; }

    public int DamageCrops { get; init; }

    public string? Source { get; init; }

    public string? BeginLocation { get; init; }

    public string? EndLocation { get; init; }

    public double? BeginLat { get; init; }

    public double? BeginLon { get; init; }

    public double? EndLat { get; init; }

    public double? EndLon { get; init; }

    public string? EpisodeNarrative { get; init; }

    public string? EventNarrative { get; init; }

    public StormSummary? StormSummary { get; init; }
}

/// <summary>What becomes the dynamic column.</summary>
public sealed record StormSummary(int TotalDamages, DateTime StartTime, DateTime EndTime, StormDetails Details);

/// <summary>The inner part of a <see cref="StormSummary"/>.</summary>
public sealed record StormDetails(string Description, string Location);

/// <summary>How objects become JSON, without reflection.</summary>
[JsonSerializable(typeof(StormSummary))]
public sealed partial class WeatherJson : JsonSerializerContext;
