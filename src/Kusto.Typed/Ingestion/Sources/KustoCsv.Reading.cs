using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed;

public static partial class KustoCsv
{
    /// <summary>Reads the rows of a CSV or TSV file, or of those of a folder, plain or gzip.</summary>
    /// <remarks>
    /// Each field is read as the property of its column would be read from a query. The file is read while rows are
    /// asked for; some hundred kilobytes are in memory at a time.
    /// </remarks>
    /// <param name="path">The file or the folder. Files are UTF-8; gzip is told by its first bytes.</param>
    /// <param name="options">
    /// How to read; null: the defaults, where the first record names the columns and a record that does not fit ends it.
    /// </param>
    /// <exception cref="KustoSourceException">
    /// There is no such file, at once; or, while rows are read, its header or a record does not fit the row type.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    /// <example>
    /// <code>
    /// await foreach (Birdstrike strike in KustoCsv.ReadAsync&lt;Birdstrike&gt;("birdstrikes.csv.gz"))
    /// </code>
    /// </example>
    public static IAsyncEnumerable<TRow> ReadAsync<TRow>(string path, KustoCsvSourceOptions? options = null)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        KustoCsvSourceOptions its = KustoCsvSourceOptions.Checked(options);
        return new CsvSource<TRow>(SourceFile.Find(path, its), its).RowsAsync();
    }

    /// <summary>Reads the rows of CSV or TSV from a stream, plain or gzip, from where the stream stands.</summary>
    /// <param name="stream">The stream; it stays its owner's and is not disposed.</param>
    /// <param name="options">
    /// How to read; null: the defaults, where the first record names the columns and a record that does not fit ends it.
    /// </param>
    /// <inheritdoc cref="ReadAsync{TRow}(string, KustoCsvSourceOptions?)"/>
    public static IAsyncEnumerable<TRow> ReadAsync<TRow>(Stream stream, KustoCsvSourceOptions? options = null)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        ArgumentNullException.ThrowIfNull(stream);
        KustoCsvSourceOptions its = KustoCsvSourceOptions.Checked(options);
        return new CsvSource<TRow>([SourceFile.Of(stream, its.StreamName)], its).RowsAsync();
    }
}
