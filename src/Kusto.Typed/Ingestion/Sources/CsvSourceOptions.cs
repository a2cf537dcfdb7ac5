namespace Kusto.Typed;

/// <summary>How CSV that others wrote is read.</summary>
public sealed record CsvSourceOptions
{
    /// <summary>What stands between two fields. Default: a comma; <c>'\t'</c> for TSV. ASCII, no quote and no line end.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>
    /// True, the default: the first record of each file names the fields, and columns are found by their names. False: the
    /// fields are the columns of the type in their order.
    /// </summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>True passes over fields that the type has no column for. Default: false, they are an error.</summary>
    public bool IgnoreOtherFields { get; init; }

    /// <summary>What becomes of a record that does not fit the type. Default: <see cref="BadRecordHandling.Stop"/>.</summary>
    public BadRecordHandling BadRecords { get; init; } = BadRecordHandling.Stop;

    /// <summary>
    /// The file that bad records are written to as they are, behind the header of the first one's file; beside it stands
    /// one of the same name and <c>.problems.csv</c> with place and reason of each. For
    /// <see cref="BadRecordHandling.DeadLetter"/>, which needs it; both are replaced where they exist.
    /// </summary>
    public string? DeadLetterPath { get; init; }

    /// <summary>The most problems that are kept, 1 to 1,000,000. Default: 100; those beyond are counted.</summary>
    public int MaxProblems { get; init; } = 100;

    /// <summary>Which files of a folder are read, as <see cref="Directory.EnumerateFiles(string, string)"/> takes it. Default: all.</summary>
    public string SearchPattern { get; init; } = "*";

    internal void Check()
    {
        if (!char.IsAscii(Delimiter) || Delimiter is '"' or '\r' or '\n' or '\0')
        {
            throw new ArgumentException("The delimiter is an ASCII character other than a quote or a line end.", nameof(Delimiter));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxProblems, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxProblems, 1_000_000);
        if (BadRecords == BadRecordHandling.DeadLetter != DeadLetterPath is not null)
        {
            throw new ArgumentException(
                $"{nameof(BadRecordHandling.DeadLetter)} needs {nameof(DeadLetterPath)}, and nothing else takes it.",
                nameof(DeadLetterPath));
        }
    }
}

/// <summary>What becomes of a record that does not fit the row type.</summary>
public enum BadRecordHandling
{
    /// <summary>
    /// Nothing is sent: files and streams that can seek are checked to their end first. A stream that cannot is checked
    /// record by record on its way, and what was sent before is said.
    /// </summary>
    Stop,

    /// <summary>It is left out and counted.</summary>
    Skip,

    /// <summary>It is left out and written to a file.</summary>
    DeadLetter,
}
