namespace Kusto.Typed.EndToEnd.Tests.Sources;

/// <summary>A wildlife strike, its columns named as the header of the file has them, but for one.</summary>
[KustoTable("Birdstrikes")]
[KustoStreamingIngestion]
public sealed partial record Birdstrike
{
    [KustoColumn("Airport Name")]
    public required string Airport { get; init; }

    [KustoColumn("Aircraft Make Model")]
    public required string Aircraft { get; init; }

    [KustoColumn("Effect Amount of damage")]
    public Damage Damage { get; init; }

    [KustoColumn("Flight Date")]
    public required DateOnly FlightDate { get; init; }

    [KustoColumn("Wildlife Species")]
    public required string Species { get; init; }

    [KustoColumn("Cost Other")]
    public required long CostOther { get; init; }

    [KustoColumn("Cost Repair")]
    public required long CostRepair { get; init; }

    public required long TotalCost { get; init; }

    [KustoColumn("Speed IAS in knots")]
    public int? SpeedInKnots { get; init; }
}

/// <summary>How much was damaged.</summary>
public enum Damage
{
    None,
    Minor,
    Medium,
    Substantial,
}
