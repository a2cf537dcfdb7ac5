namespace Kusto.Typed.EndToEnd.Tests.Errors;

/// <summary>A small row of a table that may be streamed into.</summary>
[KustoTable("Measurements")]
[KustoStreamingIngestion]
public partial record Measurement(int Number, string Note)
{
    public static IEnumerable<Measurement> Take(int count) =>
        Enumerable.Range(0, count).Select(number => new Measurement(number, $"note {number}"));
}

/// <summary>The same columns in a table that may not.</summary>
[KustoTable("QuietMeasurements")]
public partial record QuietMeasurement(int Number, string Note);
