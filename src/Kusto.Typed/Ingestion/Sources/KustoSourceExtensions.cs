using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed;

/// <summary>Ingests from CSV files that others wrote and from <c>DbDataReader</c>s.</summary>
public static partial class KustoSourceExtensions
{
    /// <summary>Ingests a CSV or TSV file, or those of a folder, plain or gzip.</summary>
    /// <remarks>
    /// Each field is read as the property of its column would be read from a query, and each row is written once on
    /// trial. With <see cref="BadRecords.Stop"/> all files are read to their end before anything is sent, then again.
    /// </remarks>
    /// <param name="ingestor">The ingestor.</param>
    /// <param name="path">The file or the folder. Files are UTF-8; gzip is told by its first bytes.</param>
    /// <param name="options">How to read; null: the defaults.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">What the service is told about the rows; null: nothing.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <returns>What became of the records.</returns>
    /// <exception cref="KustoSourceException">A file does not fit the row type; nothing was sent.</exception>
    /// <exception cref="KustoIngestException">
    /// The service failed, or a file did after something was sent; it says what was accepted.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    /// <example>
    /// <code>
    /// CsvIngestResult result = await ingestor.IngestCsvAsync&lt;Birdstrike&gt;("birdstrikes.csv.gz");
    /// </code>
    /// </example>
    public static async Task<CsvIngestResult> IngestCsvAsync<TRow>(
        this KustoIngestor ingestor,
        string path,
        KustoCsvSourceOptions? options = null,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        ArgumentNullException.ThrowIfNull(ingestor);
        ArgumentException.ThrowIfNullOrEmpty(path);
        KustoCsvSourceOptions its = KustoCsvSourceOptions.Checked(options);
        return await new CsvSource<TRow>(SourceFile.Find(path, its), its)
            .IngestAsync(ingestor, table, properties, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Ingests CSV or TSV from a stream, plain or gzip, from where the stream stands.</summary>
    /// <remarks>
    /// With <see cref="BadRecords.Stop"/> a stream that can seek is read to its end before anything is sent, then
    /// again. One that cannot is checked record by record before each is sent: what stands before a bad record may be
    /// in the table by then, and the exception says how much.
    /// </remarks>
    /// <param name="ingestor">The ingestor.</param>
    /// <param name="stream">The stream; it stays its owner's and is not disposed.</param>
    /// <param name="options">How to read; null: the defaults.</param>
    /// <param name="table">The table; null: the one of the type.</param>
    /// <param name="properties">What the service is told about the rows; null: nothing.</param>
    /// <param name="progress">Told each time a batch was accepted; null: nobody.</param>
    /// <param name="cancellationToken">Stops reading and sending.</param>
    /// <inheritdoc cref="IngestCsvAsync{TRow}(KustoIngestor, string, KustoCsvSourceOptions?, string?, IngestProperties?, IProgress{IngestProgress}?, CancellationToken)"/>
    public static async Task<CsvIngestResult> IngestCsvAsync<TRow>(
        this KustoIngestor ingestor,
        Stream stream,
        KustoCsvSourceOptions? options = null,
        string? table = null,
        IngestProperties? properties = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        ArgumentNullException.ThrowIfNull(ingestor);
        ArgumentNullException.ThrowIfNull(stream);
        KustoCsvSourceOptions its = KustoCsvSourceOptions.Checked(options);
        return await new CsvSource<TRow>([SourceFile.Of(stream, its.StreamName)], its)
            .IngestAsync(ingestor, table, properties, progress, cancellationToken)
            .ConfigureAwait(false);
    }
}
