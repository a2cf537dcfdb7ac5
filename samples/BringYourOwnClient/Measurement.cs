using Kusto.Typed;

namespace BringYourOwnClient;

/// <summary>What the rows are: the table, its mapping and the CSV all come from here.</summary>
[KustoTable("Measurements")]
[KustoStreamingIngestion]
public partial record Measurement(DateTime At, string Device, double Value)
{
    public static IEnumerable<Measurement> Take(int count) =>
        from number in Enumerable.Range(0, count)
        select new Measurement(
            new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc).AddSeconds(number), $"device \"{number % 7}\"", number / 8.0);
}
