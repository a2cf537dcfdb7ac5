namespace Kusto.Typed.EndToEnd.Host;

/// <summary>A small row: about a hundred bytes of CSV.</summary>
[KustoTable("Telemetry")]
public partial class Telemetry
{
    public DateTime At { get; set; }

    public string? Device { get; set; }

    public long Sequence { get; set; }

    public int Code { get; set; }

    public bool Ok { get; set; }

    public double Temperature { get; set; }

    public double Pressure { get; set; }

    public double Humidity { get; set; }

    /// <summary>One object again and again, changed in between.</summary>
    public static IEnumerable<Telemetry> Take(int count)
    {
        Telemetry row = new();
        DateTime start = new(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);
        string[] devices = [.. Enumerable.Range(0, 100).Select(number => $"sensor-{number:000}-hall-7")];
        for (int number = 0; number < count; number++)
        {
            row.At = start.AddTicks(number * 1234567L);
            row.Device = devices[number % devices.Length];
            row.Sequence = number;
            row.Code = number % 977;
            row.Ok = number % 13 != 0;
            row.Temperature = (number % 4000) / 100.0;
            row.Pressure = 1000 + ((number % 333) / 8.0);
            row.Humidity = (number % 1000) / 1000.0;
            yield return row;
        }
    }
}
