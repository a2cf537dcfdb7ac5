namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The rows of CSV files, read one after another; what does not fit is handled as the options say.</summary>
internal sealed class CsvSource<TRow>(Func<IEnumerable<CsvFile>> files, CsvSourceOptions options)
    where TRow : IKustoRowReader<TRow>
{
    private readonly List<CsvProblem> _problems = [];
    private long _problemCount;

    public IReadOnlyList<CsvProblem> Problems => _problems;

    public long RecordsRead { get; private set; }

    public long RecordsLeftOut { get; private set; }

    /// <summary>Reads everything and sends nothing.</summary>
    /// <exception cref="CsvSourceException">Something does not fit.</exception>
    public void Check(CancellationToken cancellationToken)
    {
        foreach (CsvFile file in files())
        {
            using (file)
            {
                foreach (TRow _ in Rows(file, stops: false, deadLetters: null))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }

        if (_problemCount > 0)
        {
            throw new CsvSourceException(_problems, _problemCount);
        }

        RecordsRead = 0;
    }

    /// <summary>The rows, as they are asked for.</summary>
    /// <exception cref="CsvSourceException">While enumerating: a record does not fit, and that is to stop everything.</exception>
    public IEnumerable<TRow> Rows()
    {
        using DeadLetterFile? deadLetters = options.DeadLetterPath is null ? null : new DeadLetterFile(options.DeadLetterPath);
        foreach (CsvFile file in files())
        {
            using (file)
            {
                foreach (TRow row in Rows(file, stops: options.BadRecords == BadRecordHandling.Stop, deadLetters))
                {
                    yield return row;
                }
            }
        }
    }

    private IEnumerable<TRow> Rows(CsvFile file, bool stops, DeadLetterFile? deadLetters)
    {
        if (CsvRecords<TRow>.Open(file, options) is not { } records)
        {
            yield break;
        }

        while (file.Read())
        {
            RecordsRead++;
            if (records.TryRead(out TRow? row, out IReadOnlyList<CsvProblem> problems))
            {
                yield return row!; // read, and so not null but where a row can be
                continue;
            }

            RecordsLeftOut++;
            Keep(problems);
            deadLetters?.Write(records.Header, file.Raw, problems);
            if (stops)
            {
                throw new CsvSourceException(_problems, _problemCount);
            }
        }
    }

    private void Keep(IReadOnlyList<CsvProblem> problems)
    {
        _problemCount += problems.Count;
        _problems.AddRange(problems.Take(options.MaxProblems - _problems.Count));
    }
}
