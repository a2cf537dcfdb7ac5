using CsvHelper;

namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>A storm whose summary is an object: one dynamic column, 11 in all.</summary>
[KustoTable("StormObjects", JsonContext = typeof(RowJson))]
[CsvRecord]
public partial class StormObject
{
    public DateTime StartTime { get; set; }

    public DateTime EndTime { get; set; }

    public int EpisodeId { get; set; }

    public int EventId { get; set; }

    public string State { get; set; } = "";

    public string EventType { get; set; } = "";

    public int DamageProperty { get; set; }

    public double? BeginLat { get; set; }

    public double? BeginLon { get; set; }

    public string EventNarrative { get; set; } = "";

    [CsvConverter(typeof(StormSummaryConverter))]
    public StormSummary? StormSummary { get; set; }
}

/// <summary>What a storm came to.</summary>
public sealed record StormSummary(int TotalDamages, DateTime StartTime, DateTime EndTime, StormDetails Details);

/// <summary>What happened, and in which state.</summary>
public sealed record StormDetails(string Description, string Location);
