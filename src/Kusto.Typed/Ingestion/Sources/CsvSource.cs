namespace Kusto.Typed.Ingestion.Sources;

/// <summary>One ingestion of CSV that others wrote: its files, checked and read as rows.</summary>
internal sealed class CsvSource<TRow>(IReadOnlyList<SourceFile> files, KustoCsvSourceOptions options)
    where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
{
    private readonly RecordCounts _counts = new();
    private readonly List<string> _deadLetterFiles = [];

    public async Task<CsvIngestResult> IngestAsync(
        KustoIngestor ingestor,
        string? table,
        IngestProperties? properties,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        CheckDeadLetters();
        if (options.BadRecords == BadRecords.Stop)
        {
            await CheckAsync(cancellationToken).ConfigureAwait(false);
        }

        IngestResult rows = await ingestor
            .IngestAsync(Read(isToBeWritten: true), table, properties, progress, cancellationToken)
            .ConfigureAwait(false);
        return new CsvIngestResult(rows, _counts, _deadLetterFiles);
    }

    /// <summary>The rows, which go nowhere from here.</summary>
    public IAsyncEnumerable<TRow> RowsAsync()
    {
        CheckDeadLetters();
        return Read(isToBeWritten: false);
    }

    private void CheckDeadLetters()
    {
        if (options.DeadLetters is { Records: not null } && files.Count > 1)
        {
            throw new ArgumentException(
                $"Dead letters of {files.Count} files do not go to one stream, which has one header; use "
                + $"{nameof(DeadLetters)}.{nameof(DeadLetters.ToFolder)}.");
        }
    }

    // Reads all that can be read twice, so that nothing is sent of a source that would be stopped half-way.
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        List<RecordProblem> found = [];
        foreach (SourceFile file in files.Where(file => file.CanRepeat))
        {
            if (found.Count > options.MaxProblems)
            {
                break;
            }

            try
            {
                await CheckAsync(file, found, cancellationToken).ConfigureAwait(false);
            }
            catch (KustoSourceException exception)
            {
                found.AddRange(exception.Problems);
            }
        }

        if (found.Count > 0)
        {
            throw new KustoSourceException(
                [.. found.Take(options.MaxProblems)], more: found.Count > options.MaxProblems);
        }
    }

    private async Task CheckAsync(SourceFile file, List<RecordProblem> found, CancellationToken cancellationToken)
    {
        using RowCheck<TRow> check = new();
        CsvFileReader reader = await CsvFileReader.OpenAsync<TRow>(file, options, cancellationToken).ConfigureAwait(false);
        await using var disposed = reader.ConfigureAwait(false);
        List<FieldProblem> problems = [];
        do
        {
            while (found.Count <= options.MaxProblems && reader.TryRead(problems))
            {
                if (problems.Count > 0 || !check.TryRead(reader.Text, reader.Columns, problems, out _))
                {
                    found.AddRange(problems.Select(reader.Place));
                    problems.Clear();
                }
            }
        }
        while (found.Count <= options.MaxProblems && await reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false));
    }

    private Rows Read(bool isToBeWritten) =>
        new(stop => new CsvRows<TRow>(files, options, _counts, _deadLetterFiles, isToBeWritten, stop));

    private sealed class Rows(Func<CancellationToken, IAsyncEnumerator<TRow>> begin) : IAsyncEnumerable<TRow>
    {
        public IAsyncEnumerator<TRow> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            begin(cancellationToken);
    }
}
