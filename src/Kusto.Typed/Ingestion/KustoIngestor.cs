using Kusto.Typed.Ingestion;
using Kusto.Typed.Ingestion.Streaming;
using Kusto.Typed.Schema;

namespace Kusto.Typed;

/// <summary>Brings rows into the tables of a database.</summary>
/// <remarks>
/// Thread-safe: any number of ingestions may run at the same time. It holds nothing back: when a call returns, its
/// rows are with the service or the call has failed. The connection stays its owner's.
/// </remarks>
/// <example>
/// <code>
/// await using var ingestor = new KustoIngestor(kusto, "Samples", new() { Route = IngestRoute.Streaming });
/// IngestResult result = await ingestor.IngestAsync(events);
/// </code>
/// </example>
public sealed class KustoIngestor : IAsyncDisposable
{
    private readonly KustoConnection _connection;
    private readonly KustoIngestOptions _options;
    private volatile bool _isDisposed;

    /// <summary>An ingestor into one database.</summary>
    /// <param name="connection">The connection to the cluster.</param>
    /// <param name="database">The database; null: the one that the connection names.</param>
    /// <param name="options">How to ingest; null: the defaults.</param>
    /// <exception cref="ArgumentException">No database is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    /// <exception cref="NotSupportedException">This version does not have the route.</exception>
    public KustoIngestor(KustoConnection connection, string? database = null, KustoIngestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        string? name = database ?? connection.DefaultDatabase;
        Database = string.IsNullOrEmpty(name)
            ? throw new ArgumentException(
                "No database is named, neither here nor by the connection; name the one that has the table.",
                nameof(database))
            : name;
        _connection = connection;
        _options = options ?? new KustoIngestOptions();
        _options.Check();
    }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Ingests rows: reads the source once, to its end, in batches.</summary>
    /// <param name="rows">The rows. Each is written before the next is asked for; none is kept.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <returns>What became of the rows: all were accepted.</returns>
    /// <exception cref="KustoIngestException">
    /// A row, the source or the service failed; it says what was accepted.
    /// </exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    public Task<IngestResult> IngestAsync<TRow>(
        IEnumerable<TRow> rows,
        string? table = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        IngestAsync<TRow, TRow>(rows, table, progress, cancellationToken);

    /// <summary>Ingests rows as they come.</summary>
    /// <remarks>
    /// Where the source stays quiet for <see cref="KustoIngestOptions.FlushInterval"/>, the rows that it has given are
    /// sent.
    /// </remarks>
    /// <param name="rows">The rows. Each is written before the next is asked for; none is kept.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending; the source is given it too.</param>
    /// <returns>What became of the rows: all were accepted.</returns>
    /// <exception cref="KustoIngestException">
    /// A row, the source or the service failed; it says what was accepted.
    /// </exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    public Task<IngestResult> IngestAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        string? table = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        IngestAsync<TRow, TRow>(rows, table, progress, cancellationToken);

    /// <summary>Ingests rows of a type whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="IngestAsync{TRow}(IEnumerable{TRow}, string?, IProgress{IngestProgress}?, CancellationToken)"/>
    public async Task<IngestResult> IngestAsync<TRow, TMap>(
        IEnumerable<TRow> rows,
        string? table = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        using IngestRun<TRow, TMap> run = Run<TRow, TMap>(table, progress, cancellationToken);
        return await run.RunAsync(rows).ConfigureAwait(false);
    }

    /// <summary>Ingests rows, as they come, of a type whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="IngestAsync{TRow}(IAsyncEnumerable{TRow}, string?, IProgress{IngestProgress}?, CancellationToken)"/>
    public async Task<IngestResult> IngestAsync<TRow, TMap>(
        IAsyncEnumerable<TRow> rows,
        string? table = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        using IngestRun<TRow, TMap> run = Run<TRow, TMap>(table, progress, cancellationToken);
        return await run.RunAsync(rows).ConfigureAwait(false);
    }

    /// <summary>Ends the ingestor: it takes no more rows. Calls under way go on to their end.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private IngestRun<TRow, TMap> Run<TRow, TMap>(
        string? table, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
        where TMap : IKustoRow<TRow>
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        TableSchema schema = TMap.Schema;
        IngestTarget target = new(
            Database,
            table is null ? schema.Name : TableSchemaBuilder.CheckedName(table),
            schema.Mapping.Name);
        return new IngestRun<TRow, TMap>(
            target,
            new StreamingRoute(_connection, target, _options.MaxStreamingBatchBytes),
            _options,
            _connection.Options.TimeProvider,
            progress,
            cancellationToken);
    }
}
