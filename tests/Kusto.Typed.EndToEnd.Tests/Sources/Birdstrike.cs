namespace Kusto.Typed.EndToEnd.Tests.Sources;

/// <summary>A wildlife strike, as the agency's file names its fields; it has one more, which no column can be called as.</summary>
[KustoTable("Birdstrikes")]
[KustoStreamingIngestion]
public partial record Birdstrike
{
    [KustoColumn("Airport Name")]
    public string? Airport { get; init; }

    [KustoColumn("Aircraft Make Model")]
    public string? Aircraft { get; init; }

    [KustoColumn("Effect Amount of damage")]
    public string? Damage { get; init; }

    [KustoColumn("Flight Date")]
    public DateOnly FlightDate { get; init; }

    [KustoColumn("Cost Repair")]
    public int? CostRepair { get; init; }

    [KustoColumn("Speed IAS in knots")]
    public int? Speed { get; init; }
}
