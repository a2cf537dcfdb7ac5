using CsvHelper;

namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>10 short columns, about 100 bytes of CSV.</summary>
[KustoTable("Telemetry")]
[CsvRecord]
public partial class Telemetry
{
    public DateTime At { get; set; }

    public Guid Device { get; set; }

    public string Site { get; set; } = "";

    public string Sensor { get; set; } = "";

    public double Value { get; set; }

    public double Low { get; set; }

    public double High { get; set; }

    public int Quality { get; set; }

    public long Sequence { get; set; }

    public bool Ok { get; set; }
}
