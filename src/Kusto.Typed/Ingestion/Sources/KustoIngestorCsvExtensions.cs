using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed;

/// <summary>CSV and TSV that others wrote, checked against a row type before it leaves.</summary>
public static class KustoIngestorCsvExtensions
{
    /// <summary>Ingests a file, or all files of a folder and the folders in it, plain or gzip.</summary>
    /// <remarks>
    /// Every field becomes a value of the type's property and is written as if the row had been made by hand: what Kusto
    /// would null in silence is a problem with line, column and reason. Where a bad record is to stop everything, all
    /// files are checked to their end before anything is sent. Memory stays flat however large they are.
    /// </remarks>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="ingestor">By which the rows are ingested.</param>
    /// <param name="path">The file or the folder.</param>
    /// <param name="options">How it is read; null: comma, header, stop at what does not fit.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">What the service is told about the rows; null: nothing.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    /// <exception cref="FileNotFoundException">There is neither such a file nor such a folder.</exception>
    /// <exception cref="CsvSourceException">A record does not fit, and nothing was sent.</exception>
    /// <exception cref="KustoIngestException">The service did not accept a batch.</exception>
    /// <exception cref="KustoIngestCanceledException">The call was cancelled; it says what was accepted.</exception>
    public static Task<CsvIngestResult> IngestCsvAsync<TRow>(
        this KustoIngestor ingestor,
        string path,
        CsvSourceOptions? options = null,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        ArgumentNullException.ThrowIfNull(ingestor);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new CsvSourceOptions();
        options.Check();
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, options.SearchPattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path]
            : throw new FileNotFoundException($"There is neither a file nor a folder '{path}'.", path);
        CsvSource<TRow> source = new(() => files.Select(file => CsvFile.Open(file, options.Delimiter)), options);
        return IngestAsync(ingestor, source, canCheck: true, options, table, properties, progress, cancellationToken);
    }

    /// <summary>Ingests a stream, plain or gzip, from where it stands; it stays its owner's.</summary>
    /// <remarks>
    /// One that can seek is checked to its end first where a bad record is to stop everything. One that cannot is checked
    /// record by record on its way: a <see cref="KustoIngestException"/> around the <see cref="CsvSourceException"/> then
    /// says what was sent before.
    /// </remarks>
    /// <param name="ingestor">By which the rows are ingested.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="options">How it is read; null: comma, header, stop at what does not fit.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">What the service is told about the rows; null: nothing.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <inheritdoc cref="IngestCsvAsync{TRow}(KustoIngestor, string, CsvSourceOptions?, string?, IngestProperties?, IProgress{IngestProgress}?, CancellationToken)"/>
    public static Task<CsvIngestResult> IngestCsvAsync<TRow>(
        this KustoIngestor ingestor,
        Stream stream,
        CsvSourceOptions? options = null,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        ArgumentNullException.ThrowIfNull(ingestor);
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new CsvSourceOptions();
        options.Check();
        long start = stream.CanSeek ? stream.Position : 0;
        CsvSource<TRow> source = new(
            () =>
            {
                if (stream.CanSeek)
                {
                    stream.Position = start;
                }

                return [CsvFile.Open(stream, options.Delimiter)];
            },
            options);
        return IngestAsync(ingestor, source, stream.CanSeek, options, table, properties, progress, cancellationToken);
    }

    private static async Task<CsvIngestResult> IngestAsync<TRow>(
        KustoIngestor ingestor,
        CsvSource<TRow> source,
        bool canCheck,
        CsvSourceOptions options,
        string? table,
        IngestProperties? properties,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        if (canCheck && options.BadRecords == BadRecordHandling.Stop)
        {
            source.Check(cancellationToken);
        }

        IngestResult result = await ingestor
            .IngestAsync(source.Rows(), table, properties, progress, cancellationToken).ConfigureAwait(false);
        return new CsvIngestResult(result, source.RecordsRead, source.RecordsLeftOut, source.Problems);
    }
}
