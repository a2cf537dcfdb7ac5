namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Does with the bad records of a file what the options say.</summary>
internal sealed class BadRecordSink(SourceFile file, KustoCsvSourceOptions options) : IAsyncDisposable
{
    private DeadLetterFile? _letters;

    /// <summary>The file that bad records went to; null where there is none.</summary>
    public string? Path => _letters?.Path;

    /// <exception cref="KustoSourceException">Bad records stop the ingestion.</exception>
    public async ValueTask TakeAsync(CsvFileReader reader, List<FieldProblem> found, RecordCounts counts)
    {
        RecordProblem[] problems = [.. found.Select(reader.Place)];
        switch (options.BadRecords)
        {
            case BadRecords.Stop:
                throw new KustoSourceException(
                    [.. problems.Take(options.MaxProblems)], problems.Length > options.MaxProblems);
            case BadRecords.DeadLetter:
                byte[] raw = reader.Raw.ToArray();
                _letters ??= await DeadLetterFile.BeginAsync(options.DeadLetters!, file.Name, reader.Header)
                    .ConfigureAwait(false);
                await _letters.AddAsync(raw, problems).ConfigureAwait(false);
                counts.DeadLettered++;
                break;
            default:
                counts.Skipped++;
                break;
        }

        if (options.OnBadRecord is { } report)
        {
            Array.ForEach(problems, report);
        }
    }

    public ValueTask DisposeAsync() => _letters?.DisposeAsync() ?? ValueTask.CompletedTask;
}
