namespace Kusto.Typed;

/// <summary>A row that cannot be written, or a record that cannot be read as a row.</summary>
/// <remarks>Neither the message nor a property carries the value, which may be personal.</remarks>
public sealed class KustoRowException : KustoTypedException
{
    /// <summary>An exception about a row.</summary>
    /// <param name="problem">What was found, what was expected and what to do, as a sentence.</param>
    /// <param name="rowIndex">The row's place in its source, from 0; -1 where it is not known.</param>
    /// <param name="columnName">The column; null where the whole row is meant.</param>
    /// <param name="innerException">What caused it; null: nothing did.</param>
    public KustoRowException(string problem, long rowIndex, string? columnName, Exception? innerException = null)
        : base(Message(problem, rowIndex, columnName), innerException)
    {
        Problem = problem;
        RowIndex = rowIndex;
        ColumnName = columnName;
    }

    /// <summary>The row's place in its source, from 0; -1 where it is not known.</summary>
    public long RowIndex { get; }

    /// <summary>The column; null where the whole row is meant.</summary>
    public string? ColumnName { get; }

    /// <summary>True where the writer found a value or a record that does not fit: no failure of the user's code.</summary>
    internal bool IsRefusedByWriter { get; init; }

    /// <summary>What the message says behind the place.</summary>
    internal string Problem { get; }

    private static new string Message(string problem, long rowIndex, string? columnName) =>
        (rowIndex, columnName) switch
        {
            ( < 0, null) => problem,
            ( < 0, _) => $"Column '{columnName}': {problem}",
            (_, null) => $"Row {rowIndex}: {problem}",
            _ => $"Row {rowIndex}, column '{columnName}': {problem}",
        };
}
