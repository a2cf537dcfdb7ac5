namespace Kusto.Typed.Benchmarks;

/// <summary>How a comparison is made.</summary>
/// <param name="Quick">In one process, with few rounds: for a glance.</param>
/// <param name="OnlyHot">Only some thousand rows to bytes.</param>
/// <param name="Output">A file for the results; null for none.</param>
internal sealed record ComparisonOptions(bool Quick, bool OnlyHot, string? Output)
{
    public static ComparisonOptions Of(string[] options) => new(
        options.Contains("--quick", StringComparer.Ordinal),
        options.Contains("--hot", StringComparer.Ordinal),
        options.SkipWhile(option => option != "--out").Skip(1).FirstOrDefault());

    /// <summary>The options as arguments of another process, without the file.</summary>
    public IEnumerable<string> ToArguments()
    {
        if (Quick)
        {
            yield return "--quick";
        }

        if (OnlyHot)
        {
            yield return "--hot";
        }
    }
}
