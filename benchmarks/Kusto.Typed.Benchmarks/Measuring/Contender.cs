namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>One of those that take turns.</summary>
/// <param name="Key">How it is called in the results.</param>
/// <param name="Run">What it does in one call.</param>
internal sealed record Contender(string Key, Action Run);
