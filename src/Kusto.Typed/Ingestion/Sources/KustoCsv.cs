using Kusto.Typed.Ingestion;
using Kusto.Typed.Ingestion.Sources;
using Kusto.Typed.Schema;

namespace Kusto.Typed;

/// <summary>Rows as a stream of CSV, for clients that take one, and rows out of CSV.</summary>
/// <example>
/// <code>
/// using Stream csv = KustoCsv.OpenRead(events);
/// TableSchema table = KustoCsv.Table&lt;StormEvent&gt;();      // table.Name, table.Mapping.Name, table.Mapping.ToJson()
/// </code>
/// </example>
public static partial class KustoCsv
{
    /// <summary>The table of a row type, with the mapping that its CSV is ingested under.</summary>
    public static TableSchema Table<TRow>()
        where TRow : IKustoRow<TRow> => TRow.Schema;

    /// <summary>Rows as CSV in UTF-8, without a header, written while the stream is read.</summary>
    /// <remarks>
    /// The stream is read once, forward. Each row is written before the next is asked for; some hundred kilobytes are
    /// in memory at a time, whatever the number of rows. Disposing it disposes the source's enumerator. A row that
    /// cannot be written is a <see cref="KustoRowException"/> out of <c>Read</c>, after the records before it and with
    /// nothing of its own; so is what the source throws. From then on every read fails: the stream never seems to end.
    /// </remarks>
    /// <param name="rows">The rows.</param>
    /// <param name="valuePolicy">
    /// What is done about a value that does not fit. How many values were replaced is not told.
    /// </param>
    /// <param name="onRowSkipped">
    /// Told of each row that <see cref="ValuePolicy.SkipRow"/> leaves out, in order, while the stream is read; what it
    /// throws comes out of the read. Null, which that policy does not take: nobody.
    /// </param>
    /// <exception cref="ArgumentException">Rows would be skipped and nobody told.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The policy is none.</exception>
    public static Stream OpenRead<TRow>(
        IEnumerable<TRow> rows,
        ValuePolicy valuePolicy = ValuePolicy.Throw,
        Action<KustoRowException>? onRowSkipped = null)
        where TRow : IKustoRow<TRow> => OpenRead<TRow, TRow>(rows, valuePolicy, onRowSkipped);

    /// <summary>Rows as CSV, of a type whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="OpenRead{TRow}(IEnumerable{TRow}, ValuePolicy, Action{KustoRowException}?)"/>
    public static Stream OpenRead<TRow, TMap>(
        IEnumerable<TRow> rows,
        ValuePolicy valuePolicy = ValuePolicy.Throw,
        Action<KustoRowException>? onRowSkipped = null)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new RowStream<TRow, TMap>(rows, Guard(valuePolicy, onRowSkipped));
    }

    /// <summary>Rows as CSV in UTF-8, without a header, written as the rows come and the stream is read.</summary>
    /// <remarks>
    /// As for an <see cref="IEnumerable{T}"/>, but to be read with <c>ReadAsync</c> or <c>CopyToAsync</c> only, and
    /// best disposed with <c>DisposeAsync</c>. A read does not wait for more rows where there are some to give.
    /// </remarks>
    /// <param name="rows">The rows; their enumerator is given the token of the first read.</param>
    /// <param name="valuePolicy">
    /// What is done about a value that does not fit. How many values were replaced is not told.
    /// </param>
    /// <param name="onRowSkipped">
    /// Told of each row that <see cref="ValuePolicy.SkipRow"/> leaves out, in order, while the stream is read; what it
    /// throws comes out of the read. Null, which that policy does not take: nobody.
    /// </param>
    /// <exception cref="ArgumentException">Rows would be skipped and nobody told.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The policy is none.</exception>
    public static Stream OpenRead<TRow>(
        IAsyncEnumerable<TRow> rows,
        ValuePolicy valuePolicy = ValuePolicy.Throw,
        Action<KustoRowException>? onRowSkipped = null)
        where TRow : IKustoRow<TRow> => OpenRead<TRow, TRow>(rows, valuePolicy, onRowSkipped);

    /// <summary>Rows as CSV, as they come, of a type whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="OpenRead{TRow}(IAsyncEnumerable{TRow}, ValuePolicy, Action{KustoRowException}?)"/>
    public static Stream OpenRead<TRow, TMap>(
        IAsyncEnumerable<TRow> rows,
        ValuePolicy valuePolicy = ValuePolicy.Throw,
        Action<KustoRowException>? onRowSkipped = null)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new AsyncRowStream<TRow, TMap>(rows, Guard(valuePolicy, onRowSkipped));
    }

    private static RowGuard Guard(ValuePolicy valuePolicy, Action<KustoRowException>? onRowSkipped)
    {
        RowGuard guard = new(valuePolicy, onRowSkipped);
        guard.Check(nameof(valuePolicy), nameof(onRowSkipped));
        return guard;
    }
}
