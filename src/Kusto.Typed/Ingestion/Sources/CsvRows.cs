namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The rows of files that others wrote, one after another.</summary>
/// <remarks>
/// Written by hand, since most rows are in memory already: a state machine of the compiler's, entered and left for each
/// of them, took some 20 of the 200 ns of a Telemetry row.
/// </remarks>
internal sealed class CsvRows<TRow>(
    IReadOnlyList<SourceFile> files,
    KustoCsvSourceOptions options,
    RecordCounts counts,
    List<string> deadLetterFiles,
    bool isToBeWritten,
    CancellationToken cancellationToken) : IAsyncEnumerator<TRow>
    where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
{
    private readonly RowCheck<TRow> _check = new(isToBeWritten);
    private readonly List<FieldProblem> _problems = [];
    private CsvFileReader? _reader;
    private BadRecordSink? _bad;
    private int _opened;
    private TRow? _current;

    // Asked for only where there is one.
    public TRow Current => _current!;

    public ValueTask<bool> MoveNextAsync() => TryRead() ? new ValueTask<bool>(true) : ReadOnAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _check.Dispose();
    }

    // False at a bad record, which has left its problems, and where more has to be read first.
    private bool TryRead()
    {
        if (_reader is not { } reader || !reader.TryRead(_problems))
        {
            return false;
        }

        cancellationToken.ThrowIfCancellationRequested();
        counts.Read++;
        return _problems.Count == 0 && _check.TryRead(reader.Text, reader.Columns, _problems, out _current);
    }

    private async ValueTask<bool> ReadOnAsync()
    {
        do
        {
            if (_problems.Count > 0)
            {
                // Both are open, or there would be no problems.
                await _bad!.TakeAsync(_reader!, _problems, counts).ConfigureAwait(false);
                _problems.Clear();
            }
            else if (_reader is null || !await _reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!await TryOpenNextAsync().ConfigureAwait(false))
                {
                    return false;
                }
            }
        }
        while (!TryRead());

        return true;
    }

    private async ValueTask<bool> TryOpenNextAsync()
    {
        if (_bad?.Path is { } path)
        {
            deadLetterFiles.Add(path);
        }

        await CloseAsync().ConfigureAwait(false);
        if (_opened == files.Count)
        {
            return false;
        }

        SourceFile file = files[_opened++];
        _reader = await CsvFileReader.OpenAsync<TRow>(file, options, cancellationToken).ConfigureAwait(false);
        _bad = new BadRecordSink(file, options);
        counts.Files++;
        return true;
    }

    private async ValueTask CloseAsync()
    {
        if (_bad is { } bad)
        {
            _bad = null;
            await bad.DisposeAsync().ConfigureAwait(false);
        }

        if (_reader is { } reader)
        {
            _reader = null;
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }
}
