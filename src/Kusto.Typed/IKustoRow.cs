using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed;

/// <summary>
/// How a C# value becomes a row of a table. The generator implements it for <c>[KustoTable]</c> types.
/// </summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
public interface IKustoRow<TRow>
{
    /// <summary>The table that the rows belong to.</summary>
    static abstract TableSchema Schema { get; }

    /// <summary>Writes the row as one CSV record, from <c>BeginRecord</c> to <c>EndRecord</c>.</summary>
    /// <exception cref="KustoRowException">A value cannot be written; nothing of the record is left behind.</exception>
    static abstract void Write(in TRow row, ref KustoCsvWriter csv);

    /// <summary>
    /// Asks the processor for the row's strings by <see cref="KustoCsvWriter.Touch"/>, some rows before it is written.
    /// </summary>
    /// <remarks>
    /// Called for rows of arrays and lists alone. Nothing is wrong without it, which is the default: rows that lie in no
    /// cache only take longer.
    /// </remarks>
    static virtual void Touch(in TRow row)
    {
    }
}
