namespace Kusto.Typed;

/// <summary>Where the records go that do not fit, just as they were, and why they do not.</summary>
/// <remarks>
/// The records are bytes of the source, header included, so that they can be mended and ingested again. The problems
/// are CSV with the columns <c>Source</c>, <c>Line</c>, <c>Record</c>, <c>Column</c>, <c>Reason</c>, <c>DeadLetter</c>;
/// the last is the place of the record among the dead letters, from 1.
/// </remarks>
public sealed class DeadLetters
{
    private DeadLetters(string? folder, Stream? records, Stream? problems)
    {
        Folder = folder;
        Records = records;
        Problems = problems;
    }

    internal string? Folder { get; }

    internal Stream? Records { get; }

    internal Stream? Problems { get; }

    /// <summary>
    /// To a folder: those of <c>birds.csv</c> go to a file of that name, and the problems to
    /// <c>birds.csv.problems.csv</c> beside it.
    /// </summary>
    /// <remarks>
    /// A file is made when the first bad record is found, uncompressed. One that exists is left alone: the new one is
    /// then <c>birds-2.csv</c>.
    /// </remarks>
    /// <param name="folder">The folder; it is made where it does not exist.</param>
    public static DeadLetters ToFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new DeadLetters(folder, records: null, problems: null);
    }

    /// <summary>To streams, which stay their owner's. For one file or stream, since there is one header.</summary>
    /// <param name="records">Where the records go.</param>
    /// <param name="problems">Where the problems go; null: nowhere.</param>
    public static DeadLetters ToStreams(Stream records, Stream? problems = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new DeadLetters(folder: null, records, problems);
    }
}
