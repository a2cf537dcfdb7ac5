using Kusto.Typed;

namespace Seismology;

/// <summary>An earthquake as the United States Geological Survey lists it, typed.</summary>
[KustoTable("Earthquakes", DocString = "Earthquakes of one week, from the feed of the US Geological Survey")]
[KustoStreamingIngestion]
public partial record Earthquake
{
    public required string Id { get; init; }

    public required DateTime Time { get; init; }

    public required DateTime Updated { get; init; }

    [KustoColumn(DocString = "Offset of the local time at the epicentre from UTC")]
    public required TimeSpan LocalOffset { get; init; }

    public required double Magnitude { get; init; }

    public required string MagnitudeType { get; init; }

    public required string Place { get; init; }

    public required double Longitude { get; init; }

    public required double Latitude { get; init; }

    [KustoColumn(DocString = "Kilometres below the surface")]
    public required double Depth { get; init; }

    public required Uri Url { get; init; }

    public required Uri Detail { get; init; }

    [KustoColumn(DocString = "How many people reported that they felt it; null: nobody asked")]
    public int? Felt { get; init; }

    public double? CommunityIntensity { get; init; }

    public double? InstrumentalIntensity { get; init; }

    public AlertLevel? Alert { get; init; }

    public required ReviewStatus Status { get; init; }

    public required bool Tsunami { get; init; }

    public required int Significance { get; init; }

    public required string Network { get; init; }

    public required string Code { get; init; }

    public required string Ids { get; init; }

    public required string Sources { get; init; }

    public required string Types { get; init; }

    public int? Stations { get; init; }

    public double? NearestStationDegrees { get; init; }

    public double? RootMeanSquare { get; init; }

    public double? Gap { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }
}

/// <summary>How much damage is to be expected.</summary>
public enum AlertLevel
{
    Green,
    Yellow,
    Orange,
    Red,
}

/// <summary>Whether a person has looked at it.</summary>
public enum ReviewStatus
{
    Automatic,
    Reviewed,
    Deleted,
}
