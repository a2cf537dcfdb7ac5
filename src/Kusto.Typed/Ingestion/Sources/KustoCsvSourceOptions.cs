namespace Kusto.Typed;

/// <summary>How CSV that others wrote is read. Variants by <c>with</c>.</summary>
public sealed record KustoCsvSourceOptions
{
    /// <summary>
    /// What stands between two fields, an ASCII character. Default: null, a tab for files that end in <c>.tsv</c> or
    /// <c>.tsv.gz</c> and a comma for all else.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// True: the first record names the columns. False: fields belong to columns by their order. Default: true.
    /// </summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>
    /// False where a quote is a character like any other, as in some TSV; then no field holds a line end. Default:
    /// true.
    /// </summary>
    public bool HasQuotes { get; init; } = true;

    /// <summary>
    /// Names of the header, each with the column that it means. Default: null, the names are the columns'.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ColumnNames { get; init; }

    /// <summary>True where <c>state</c> in the header is the column <c>State</c>. Default: false.</summary>
    public bool IgnoreHeaderCase { get; init; }

    /// <summary>True: fields whose name is no column are passed over. Default: false, they are an error.</summary>
    public bool IgnoreUnknownColumns { get; init; }

    /// <summary>True: columns that the header lacks are null. Default: false, they are an error.</summary>
    public bool AllowMissingColumns { get; init; }

    /// <summary>What becomes of records that do not fit. Default: <see cref="Kusto.Typed.BadRecords.Stop"/>.</summary>
    public BadRecords BadRecords { get; init; } = BadRecords.Stop;

    /// <summary>
    /// Told each problem of each record that is skipped or dead-lettered, before the next record is read. Default:
    /// null, nobody.
    /// </summary>
    public Action<RecordProblem>? OnBadRecord { get; init; }

    /// <summary>Where bad records are kept; wanted with <see cref="Kusto.Typed.BadRecords.DeadLetter"/> only.</summary>
    public DeadLetters? DeadLetters { get; init; }

    /// <summary>The most problems that one exception lists. Default: 100. From 1 to 100,000.</summary>
    public int MaxProblems { get; init; } = 100;

    /// <summary>
    /// The files of a folder to read, such as <c>birds-*.csv</c>. Default: null, those that end in <c>.csv</c>,
    /// <c>.tsv</c>, <c>.csv.gz</c> and <c>.tsv.gz</c>.
    /// </summary>
    public string? SearchPattern { get; init; }

    /// <summary>True where the folders inside of a folder are read too. Default: false.</summary>
    public bool Recursive { get; init; }

    /// <summary>What problems call a stream. Default: <c>stream</c>.</summary>
    public string StreamName { get; init; } = "stream";

    /// <summary>The options, or the defaults, with every value in its bounds.</summary>
    internal static KustoCsvSourceOptions Checked(KustoCsvSourceOptions? options)
    {
        KustoCsvSourceOptions its = options ?? new KustoCsvSourceOptions();
        its.Check();
        return its;
    }

    internal void Check()
    {
        if (Separator is { } separator && (!char.IsAscii(separator) || separator is '"' or '\r' or '\n' or '\0'))
        {
            throw new ArgumentException(
                "The separator is an ASCII character other than a quote, a line end and NUL.", nameof(Separator));
        }

        if (BadRecords is < BadRecords.Stop or > BadRecords.DeadLetter)
        {
            throw new ArgumentOutOfRangeException(nameof(BadRecords), BadRecords, "This is none of the choices.");
        }

        if (BadRecords == BadRecords.DeadLetter != DeadLetters is not null)
        {
            throw new ArgumentException(
                $"Bad records are kept where {nameof(BadRecords)} is {nameof(BadRecords.DeadLetter)} and "
                + $"{nameof(DeadLetters)} says where: set both or neither.",
                nameof(DeadLetters));
        }

        if (MaxProblems is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxProblems), MaxProblems, "The value is from 1 to 100000.");
        }
    }
}
