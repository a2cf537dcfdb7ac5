using Kusto.Typed;

namespace Laboratory;

/// <summary>A measurement: the one place where the schema stands, whoever sends it.</summary>
[KustoTable("Measurements")]
[KustoStreamingIngestion]
public partial record Measurement
{
    public required DateTime At { get; init; }

    public required string Device { get; init; }

    public double? Value { get; init; }

    /// <summary>Measurements that nobody took: a device in five is silent, and notes have commas and quotes.</summary>
    public static IEnumerable<Measurement> Take(int count) =>
        Enumerable.Range(0, count).Select(number => new Measurement
        {
            At = DateTime.UnixEpoch.AddSeconds(number),
            Device = $"hall {number % 7}, \"north\"",
            Value = number % 5 == 0 ? null : Math.Sqrt(number),
        });
}
