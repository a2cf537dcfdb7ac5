namespace Kusto.Typed;

/// <summary>A source, such as a CSV file, that does not fit the row type.</summary>
/// <remarks>
/// Thrown by itself nothing was sent. As the inner exception of a <see cref="KustoIngestException"/> it stopped an
/// ingestion under way, and that exception says what was sent.
/// </remarks>
public sealed class KustoSourceException : KustoTypedException
{
    internal KustoSourceException(IReadOnlyList<RecordProblem> problems, bool more, Exception? innerException = null)
        : base(Text(problems, more), innerException)
    {
        Problems = problems;
        HasMore = more;
    }

    /// <summary>What was found, in the order of the source; at least one.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; }

    /// <summary>
    /// True where the list ended at <see cref="KustoCsvSourceOptions.MaxProblems"/> and not with the source.
    /// </summary>
    public bool HasMore { get; }

    internal static KustoSourceException Of(RecordProblem problem, Exception? innerException = null) =>
        new([problem], more: false, innerException);

    private static string Text(IReadOnlyList<RecordProblem> problems, bool more)
    {
        const int Shown = 10;
        if (problems.Count == 1 && !more)
        {
            return problems[0].ToString();
        }

        IEnumerable<string> lines = problems.Take(Shown).Select(problem => $"{Environment.NewLine}- {problem}");
        string rest = problems.Count > Shown ? $"{Environment.NewLine}- ..., see {nameof(Problems)}" : "";
        return $"The source does not fit its row type; {(more ? "at least " : "")}{problems.Count} problems:"
            + string.Concat(lines) + rest;
    }
}
