namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>A row with a column of each type that has a quick way to be read.</summary>
[KustoTable]
public sealed partial record Mixed
{
    public required int Int { get; init; }

    public required long Long { get; init; }

    public required double Real { get; init; }

    public required DateTime Time { get; init; }

    public required Guid Guid { get; init; }

    public required bool Bool { get; init; }

    public required string Text { get; init; }

    public decimal? Decimal { get; init; }

    public TimeSpan? Span { get; init; }

    public int? Number { get; init; }

    public double? Value { get; init; }
}
