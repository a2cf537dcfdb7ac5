namespace Kusto.Typed;

/// <summary>A CSV source that does not fit the row type: nothing of it was sent, or no more than its wrapper says.</summary>
public sealed class CsvSourceException : KustoTypedException
{
    private const int MostListed = 10;

    internal CsvSourceException(IReadOnlyList<CsvProblem> problems, long count)
        : base(Text(problems, count))
    {
        Problems = problems;
        ProblemCount = count;
    }

    /// <summary>The problems, in the order of the source, up to <see cref="CsvSourceOptions.MaxProblems"/>.</summary>
    public IReadOnlyList<CsvProblem> Problems { get; }

    /// <summary>How many there are, kept or not.</summary>
    public long ProblemCount { get; }

    private static string Text(IReadOnlyList<CsvProblem> problems, long count)
    {
        string listed = string.Join("\n  ", problems.Take(MostListed));
        string more = count > MostListed ? $"\n  and {count - Math.Min(MostListed, problems.Count)} more" : "";
        return $"The source does not fit the row type in {count} {(count == 1 ? "place" : "places")}:\n  {listed}{more}";
    }
}
