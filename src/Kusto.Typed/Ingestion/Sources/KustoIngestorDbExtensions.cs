using System.Data.Common;
using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed;

/// <summary>The records of a database's data reader as rows.</summary>
public static class KustoIngestorDbExtensions
{
    /// <summary>Ingests what a data reader gives, to the end of its current result.</summary>
    /// <remarks>
    /// Columns are found by their names, exactly. A field becomes its column only where its .NET type loses nothing by it:
    /// <c>byte</c>, <c>short</c>, <c>int</c> an int, long, decimal or real, <c>long</c> a long or decimal, <c>decimal</c> a
    /// decimal, <c>float</c> and <c>double</c> a real, and so on; anything else is an error before the first record is read.
    /// A <c>DBNull</c> is a null, in a string column the empty string. Memory stays flat however many records there are.
    /// </remarks>
    /// <typeparam name="TTable">The type that declares the table; none of its rows is made.</typeparam>
    /// <param name="ingestor">By which the records are ingested.</param>
    /// <param name="reader">The reader, before its first record; it stays its owner's.</param>
    /// <param name="ignoreOtherFields">True passes over fields that the table has no column for; false, they are an error.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">What the service is told about the rows; null: nothing.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <returns>What became of the rows: all were accepted.</returns>
    /// <exception cref="ArgumentException">
    /// A column is missing, a field is one too many, or one has a type that does not become its column's.
    /// </exception>
    /// <exception cref="KustoIngestException">A record, the reader or the service failed; it says what was accepted.</exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    public static Task<IngestResult> IngestAsync<TTable>(
        this KustoIngestor ingestor,
        DbDataReader reader,
        bool ignoreOtherFields = false,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TTable : IKustoRow<TTable>
    {
        ArgumentNullException.ThrowIfNull(ingestor);
        ArgumentNullException.ThrowIfNull(reader);
        DbRecord record = DbRecord.Of(reader, TTable.Schema, ignoreOtherFields);
        return ingestor.IngestAsync<DbRecord, DbRecordMap<TTable>>(
            record.ReadAsync(cancellationToken), table, properties, progress, cancellationToken);
    }
}
