namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
internal sealed record Bar(string Name, double Value, BarKind Kind);

/// <summary>How a bar looks.</summary>
internal enum BarKind
{
    Other,
    Ours,
    Limit,
}
