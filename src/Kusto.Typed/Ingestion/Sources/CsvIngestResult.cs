namespace Kusto.Typed;

/// <summary>What became of a CSV source.</summary>
/// <param name="Result">What became of the rows.</param>
/// <param name="RecordsRead">The records of all files, headers not counted.</param>
/// <param name="RecordsLeftOut">Those of them that do not fit the type: skipped, or written to the dead-letter file.</param>
/// <param name="Problems">Why, up to <see cref="CsvSourceOptions.MaxProblems"/>.</param>
public sealed record CsvIngestResult(
    IngestResult Result, long RecordsRead, long RecordsLeftOut, IReadOnlyList<CsvProblem> Problems);
