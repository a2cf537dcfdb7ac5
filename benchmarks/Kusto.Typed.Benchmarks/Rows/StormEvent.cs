using CsvHelper;

namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>22 columns and about 900 bytes of CSV, with two narratives and JSON full of quotes.</summary>
[KustoTable("StormEvents")]
[CsvRecord]
public partial class StormEvent
{
    public DateTime StartTime { get; set; }

    public DateTime EndTime { get; set; }

    public int EpisodeId { get; set; }

    public int EventId { get; set; }

    public string State { get; set; } = "";

    public string EventType { get; set; } = "";

    public int InjuriesDirect { get; set; }

    public int InjuriesIndirect { get; set; }

    public int DeathsDirect { get; set; }

    public int DeathsIndirect { get; set; }

    public int DamageProperty { get; set; }

    public int DamageCrops { get; set; }

    public string Source { get; set; } = "";

    public string BeginLocation { get; set; } = "";

    public string EndLocation { get; set; } = "";

    public double? BeginLat { get; set; }

    public double? BeginLon { get; set; }

    public double? EndLat { get; set; }

    public double? EndLon { get; set; }

    public string EpisodeNarrative { get; set; } = "";

    public string EventNarrative { get; set; } = "";

    /// <summary>JSON, as text: a dynamic column would have us check it, which the others do not.</summary>
    public string StormSummary { get; set; } = "{}";
}
