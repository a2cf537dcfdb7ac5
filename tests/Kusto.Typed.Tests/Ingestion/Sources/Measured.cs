using System.Text.Json;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>A row with a column of each kind that a file can get wrong.</summary>
[KustoTable]
public sealed partial record Measured
{
    public required int Number { get; init; }

    public DateTime? At { get; init; }

    public double? Value { get; init; }

    public string Note { get; init; } = "";

    public JsonElement? Details { get; init; }
}

/// <summary>A row of texts alone.</summary>
[KustoTable]
public sealed partial record Words
{
    public string First { get; init; } = "";

    public string Second { get; init; } = "";
}
