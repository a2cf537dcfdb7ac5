using Kusto.Typed.Ingestion;
using Kusto.Typed.Ingestion.Inline;
using Kusto.Typed.Ingestion.Managed;
using Kusto.Typed.Ingestion.Queued;
using Kusto.Typed.Ingestion.Raw;
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
/// await using var ingestor = new KustoIngestor(kusto, "Samples");
/// IngestResult result = await ingestor.IngestAsync(events);
/// await result.WaitUntilIngestedAsync();
/// </code>
/// </example>
public sealed class KustoIngestor : IAsyncDisposable
{
    private readonly KustoConnection _connection;
    private readonly KustoIngestOptions _options;
    private readonly QueuedService _queued;
    private readonly MappingGuard _mappings;
    private readonly StreamingMemory _memory;
    private volatile bool _isDisposed;

    /// <summary>An ingestor into one database.</summary>
    /// <param name="connection">The connection to the cluster.</param>
    /// <param name="database">The database; null: the one that the connection names.</param>
    /// <param name="options">How to ingest; null: the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No database is named, or rows would be skipped and nobody told (<see cref="KustoIngestOptions.OnRowSkipped"/>).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
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
        _queued = new QueuedService(connection, _options.QueuedProtocol);
        _mappings = new MappingGuard(connection, _options.EnsureMapping);
        _memory = new StreamingMemory(connection.Options.TimeProvider);
    }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Ingests rows: reads the source once, to its end, in batches.</summary>
    /// <param name="rows">The rows. Each is written before the next is asked for; none is kept.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">
    /// What the service is told about the rows; null: nothing. Its type must be one that the route can carry.
    /// </param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <returns>What became of the rows: all were accepted.</returns>
    /// <exception cref="ArgumentException">The properties contradict each other, or the route cannot carry them.</exception>
    /// <exception cref="KustoIngestException">
    /// A row, the source or the service failed; it says what was accepted.
    /// </exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    public Task<IngestResult> IngestAsync<TRow>(
        IEnumerable<TRow> rows,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        IngestAsync<TRow, TRow>(rows, table, properties, progress, cancellationToken);

    /// <summary>Ingests rows as they come.</summary>
    /// <remarks>
    /// Where the source stays quiet for <see cref="KustoIngestOptions.FlushInterval"/>, the rows that it has given are
    /// sent.
    /// </remarks>
    /// <param name="rows">The rows. Each is written before the next is asked for; none is kept.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">
    /// What the service is told about the rows; null: nothing. Its type must be one that the route can carry.
    /// </param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending; the source is given it too.</param>
    /// <returns>What became of the rows: all were accepted.</returns>
    /// <exception cref="ArgumentException">The properties contradict each other, or the route cannot carry them.</exception>
    /// <exception cref="KustoIngestException">
    /// A row, the source or the service failed; it says what was accepted.
    /// </exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    public Task<IngestResult> IngestAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        IngestAsync<TRow, TRow>(rows, table, properties, progress, cancellationToken);

    /// <summary>Ingests rows of a type whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="IngestAsync{TRow}(IEnumerable{TRow}, string?, IngestProperties?, IProgress{IngestProgress}?, CancellationToken)"/>
    public async Task<IngestResult> IngestAsync<TRow, TMap>(
        IEnumerable<TRow> rows,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        using IngestRun<TRow, TMap> run = Run<TRow, TMap>(table, properties, progress, cancellationToken);
        return await run.RunAsync(rows).ConfigureAwait(false);
    }

    /// <summary>Ingests rows, as they come, of a type whose columns another type describes.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that writes them.</typeparam>
    /// <inheritdoc cref="IngestAsync{TRow}(IAsyncEnumerable{TRow}, string?, IngestProperties?, IProgress{IngestProgress}?, CancellationToken)"/>
    public async Task<IngestResult> IngestAsync<TRow, TMap>(
        IAsyncEnumerable<TRow> rows,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TMap : IKustoRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        using IngestRun<TRow, TMap> run = Run<TRow, TMap>(table, properties, progress, cancellationToken);
        return await run.RunAsync(rows).ConfigureAwait(false);
    }

    /// <summary>Ingests a stream of any format that the service reads, by a blob that it is staged as.</summary>
    /// <remarks>Text is compressed on its way; the stream is read once, to its end, and stays its owner's.</remarks>
    /// <param name="source">The stream, from where it stands.</param>
    /// <param name="table">The table.</param>
    /// <param name="properties">Format, mapping and whatever else is to be said.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <returns>One batch, which the service has.</returns>
    /// <exception cref="ArgumentException">The properties contradict each other.</exception>
    /// <exception cref="NotSupportedException">The route of this ingestor is none that takes raw sources.</exception>
    /// <exception cref="KustoIngestException">The service did not accept it.</exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled.</exception>
    public Task<IngestResult> IngestStreamAsync(
        Stream source, string table, RawIngestProperties properties, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Raw(table, properties).RunAsync(source, cancellationToken);
    }

    /// <summary>Ingests a blob that lies in storage already.</summary>
    /// <param name="blob">
    /// Its address with the key that opens it: a SAS, or <c>;managed_identity=system</c> and the like behind it. A name
    /// that ends in <c>.gz</c> or <c>.zip</c> is compressed.
    /// </param>
    /// <param name="table">The table.</param>
    /// <param name="properties">Format, mapping and whatever else is to be said.</param>
    /// <param name="rawBytes">
    /// Its size before compression, in bytes; null: the service looks, and may then ingest it by itself.
    /// </param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>One batch, which the service has.</returns>
    /// <exception cref="ArgumentException">The properties contradict each other, or the address is not absolute.</exception>
    /// <exception cref="NotSupportedException">The route of this ingestor is none that takes raw sources.</exception>
    /// <exception cref="KustoIngestException">The service did not accept it.</exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled.</exception>
    public Task<IngestResult> IngestBlobAsync(
        Uri blob,
        string table,
        RawIngestProperties properties,
        long? rawBytes = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blob);
        if (!blob.IsAbsoluteUri)
        {
            throw new ArgumentException("The address of the blob is not absolute.", nameof(blob));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rawBytes ?? 1, nameof(rawBytes));
        return Raw(table, properties).RunAsync(blob, rawBytes, cancellationToken);
    }

    /// <summary>Ends the ingestor: it takes no more rows. Calls under way go on to their end.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private IngestRun<TRow, TMap> Run<TRow, TMap>(
        string? table,
        IngestProperties? properties,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
        where TMap : IKustoRow<TRow>
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        properties?.Check();
        IngestTarget target = new(Database, table is null ? TMap.Schema : TMap.Schema.WithName(table));
        return new IngestRun<TRow, TMap>(
            target,
            Route(target, properties),
            _options,
            _connection.Options.TimeProvider,
            progress,
            cancellationToken,
            properties?.IdempotencyKey,
            new IngestionFollower(_connection, _queued, target.Database, target.Table));
    }

    private IBatchRoute Route(IngestTarget target, IngestProperties? properties) => (_options.Route, properties) switch
    {
        (IngestRoute.Managed, null or QueuedIngestProperties) => new ManagedRoute(
            target,
            new StreamingSender(_connection, target),
            Queued(target, properties),
            _memory,
            _options,
            hasProperties: properties is not null),
        (IngestRoute.Streaming, null) =>
            new StreamingRoute(new StreamingSender(_connection, target), _options.MaxStreamingBatchBytes),
        (IngestRoute.Queued, null or QueuedIngestProperties) => new QueuedRoute(Queued(target, properties), _options),
        (IngestRoute.Inline, null or InlineIngestProperties) => new InlineRoute(
            _connection,
            target,
            properties as InlineIngestProperties ?? new InlineIngestProperties(),
            _options.MaxInlineBatchBytes),
        _ => throw NotCarried(properties!), // null goes every way
    };

    private RawIngestion Raw(string table, RawIngestProperties properties)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentNullException.ThrowIfNull(properties);
        properties.Check();
        return _options.Route is IngestRoute.Managed or IngestRoute.Queued
            ? new RawIngestion(_connection, _queued, Database, TableSchemaBuilder.CheckedName(table), properties)
            : throw new NotSupportedException(
                $"Raw sources are queued, and this ingestor's route is {_options.Route}: take one of the route "
                + $"{nameof(IngestRoute.Managed)} or {nameof(IngestRoute.Queued)}.");
    }

    private QueuedSender Queued(IngestTarget target, IngestProperties? properties) =>
        new(_queued, _mappings, target, properties as QueuedIngestProperties ?? new QueuedIngestProperties());

    private ArgumentException NotCarried(IngestProperties properties) => new(
        _options.Route == IngestRoute.Streaming
            ? $"A streaming request carries no properties, and {properties.GetType().Name} were given; leave them out, or "
                + $"ingest by {nameof(IngestRoute)}.{nameof(IngestRoute.Managed)} or {nameof(IngestRoute.Queued)}."
            : $"{properties.GetType().Name} are none of the {_options.Route} route; give "
                + (_options.Route == IngestRoute.Inline ? nameof(InlineIngestProperties) : nameof(QueuedIngestProperties)) + ".",
        nameof(properties));
}
