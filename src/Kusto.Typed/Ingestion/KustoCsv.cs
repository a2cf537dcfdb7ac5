using Kusto.Typed.Ingestion;

namespace Kusto.Typed;

/// <summary>Rows as CSV for whoever ingests it by other means, such as the official client.</summary>
/// <remarks>
/// The mapping that goes with the CSV is the table's: <c>StormEventTable.Schema.Mapping</c> has its name and, by
/// <see cref="Schema.CsvMapping.ToJson"/>, its JSON.
/// </remarks>
/// <example>
/// <code>
/// using Stream csv = KustoCsv.OpenRead(events);
/// await client.IngestFromStreamAsync(csv, properties);
/// </code>
/// </example>
public static class KustoCsv
{
    /// <summary>Rows as a stream of CSV, written while it is read: UTF-8, no header, every record ended by a line feed.</summary>
    /// <remarks>
    /// Forward only, for one reader. A row is written before the next one is asked for, and memory stays flat however many
    /// there are. Disposing of the stream disposes of the rows' enumerator. Nothing is sent anywhere: what becomes of the
    /// CSV is its reader's business.
    /// </remarks>
    /// <param name="rows">The rows; asked for as the stream is read.</param>
    /// <returns>The stream; reading throws <see cref="KustoRowException"/> where a row cannot be written.</returns>
    public static Stream OpenRead<TRow>(IEnumerable<TRow> rows)
        where TRow : IKustoRow<TRow> =>
        OpenRead<TRow, TRow>(rows);

    /// <summary>The same of rows whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="OpenRead{TRow}(IEnumerable{TRow})"/>
    public static Stream OpenRead<TRow, TMap>(IEnumerable<TRow> rows)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new CsvRowStream<TRow, TMap>(rows);
    }
}
