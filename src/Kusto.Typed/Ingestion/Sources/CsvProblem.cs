namespace Kusto.Typed;

/// <summary>A field or a record of a CSV source that does not fit the row type. The value itself is not in it.</summary>
/// <param name="File">The file; null for a stream.</param>
/// <param name="Line">The line on which the record begins, from 1.</param>
/// <param name="Record">The record's place in its file, from 1, the header counted.</param>
/// <param name="Column">The column; null where the whole record is meant.</param>
/// <param name="Reason">What was found and what was expected.</param>
public sealed record CsvProblem(string? File, long Line, long Record, string? Column, string Reason)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() =>
        $"{(File is null ? "" : File + ", ")}line {Line}, record {Record}{(Column is null ? "" : $", column '{Column}'")}: {Reason}";
}
