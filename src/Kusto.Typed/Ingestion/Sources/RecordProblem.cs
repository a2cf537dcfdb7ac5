namespace Kusto.Typed;

/// <summary>What is wrong with a field, a record or a file; it never carries a value.</summary>
/// <param name="Source">The file, or what the options call the stream.</param>
/// <param name="Line">The line that the record begins on, from 1; 0 where the whole source is meant.</param>
/// <param name="Record">The record, from 1, the header not counted; 0 for the header and for the whole source.</param>
/// <param name="Column">The column; null where no single one is meant.</param>
/// <param name="Reason">What was found and what was expected, without a full stop.</param>
public sealed record RecordProblem(string Source, long Line, long Record, string? Column, string Reason)
{
    /// <summary>The problem in a sentence: where, then what.</summary>
    public override string ToString()
    {
        string line = Line > 0 ? $", line {Line}" : "";
        string record = Record > 0 ? $", record {Record}" : "";
        string column = Column is null ? "" : $", column '{Column}'";
        return $"{Source}{line}{record}{column}: {Reason}.";
    }
}
