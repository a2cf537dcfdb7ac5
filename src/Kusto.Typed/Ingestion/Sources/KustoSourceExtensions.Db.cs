using System.Data.Common;
using System.Runtime.CompilerServices;
using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed;

// Rows of another database.
public static partial class KustoSourceExtensions
{
    /// <summary>Ingests what a data reader returns, from its next record to the end of its current result.</summary>
    /// <remarks>
    /// Fields belong to columns by name, and each is written with its own type: integers also to wider ones, to
    /// decimal and, up to 32 bits, to real; text to string and, as JSON, to dynamic; bytes as base64. Whatever would
    /// lose something is an error, and a value that does not fit is what the ingestor's
    /// <see cref="KustoIngestOptions.ValuePolicy"/> says. A <c>DBNull</c> is null, and the empty string where the column is a string. A
    /// <c>DateTime</c> of no kind is taken as UTC. The reader must not be opened for sequential access.
    /// </remarks>
    /// <typeparam name="TRow">The type whose table is filled; no value of it is made.</typeparam>
    /// <param name="ingestor">The ingestor.</param>
    /// <param name="reader">The data reader; it stays its owner's and is not closed.</param>
    /// <param name="options">How fields find their columns; null: the defaults.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">What the service is told about the rows; null: nothing.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <returns>What became of the rows: all were accepted.</returns>
    /// <exception cref="KustoSourceException">Fields and columns do not fit together; nothing was sent.</exception>
    /// <exception cref="KustoIngestException">
    /// A value, the reader or the service failed; it says what was accepted.
    /// </exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    /// <example>
    /// <code>
    /// await using DbDataReader reader = await command.ExecuteReaderAsync();
    /// IngestResult result = await ingestor.IngestAsync&lt;StormEvent&gt;(reader);
    /// </code>
    /// </example>
    public static async Task<IngestResult> IngestAsync<TRow>(
        this KustoIngestor ingestor,
        DbDataReader reader,
        KustoDbSourceOptions? options = null,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(ingestor);
        ArgumentNullException.ThrowIfNull(reader);
        IReadOnlyList<DbField> columns = DbColumns.Find(reader, TRow.Schema, options ?? new KustoDbSourceOptions());
        return await ingestor
            .IngestAsync<DbRecord, DbRecordMap<TRow>>(
                ReadAsync(reader, columns, cancellationToken), table, properties, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<DbRecord> ReadAsync(
        DbDataReader reader,
        IReadOnlyList<DbField> columns,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DbRecord record = new(reader, columns);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return record;
        }
    }
}
