namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A column of a <see cref="MarkdownTable"/>.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Figure">The figure that it shows.</param>
/// <param name="Format">A numeric format of .NET.</param>
internal sealed record MarkdownColumn(string Header, string Figure, string Format)
{
    /// <summary>Whether it shows how many times ours the figure is.</summary>
    public bool ToOurs { get; init; }
}
