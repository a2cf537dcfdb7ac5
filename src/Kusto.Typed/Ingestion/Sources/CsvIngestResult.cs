namespace Kusto.Typed;

/// <summary>What became of the records of a CSV source.</summary>
public sealed class CsvIngestResult
{
    internal CsvIngestResult(IngestResult rows, RecordCounts counts, IReadOnlyList<string> deadLetterFiles)
    {
        Rows = rows;
        FilesRead = counts.Files;
        RecordsRead = counts.Read;
        RecordsSkipped = counts.Skipped;
        RecordsDeadLettered = counts.DeadLettered;
        DeadLetterFiles = deadLetterFiles;
    }

    /// <summary>What became of the rows that the good records are.</summary>
    public IngestResult Rows { get; }

    /// <summary>The files that were read; a stream counts as one.</summary>
    public int FilesRead { get; }

    /// <summary>All records, good and bad, headers and blank lines not counted.</summary>
    public long RecordsRead { get; }

    /// <summary>The bad records that were left out and are kept nowhere.</summary>
    public long RecordsSkipped { get; }

    /// <summary>The bad records that were written to the dead letters.</summary>
    public long RecordsDeadLettered { get; }

    /// <summary>The files that bad records were written to; empty where there are none.</summary>
    public IReadOnlyList<string> DeadLetterFiles { get; }

    /// <summary>The result in a sentence.</summary>
    public override string ToString() =>
        $"{RecordsRead} {(RecordsRead == 1 ? "record" : "records")} read, {RecordsSkipped} skipped, "
        + $"{RecordsDeadLettered} dead-lettered; {Rows}";
}

/// <summary>What is counted while a source is read.</summary>
internal sealed class RecordCounts
{
    public int Files { get; set; }

    public long Read { get; set; }

    public long Skipped { get; set; }

    public long DeadLettered { get; set; }
}
