using System.Text;
using System.Text.Unicode;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The records of one file, one after another, each with what is wrong with it.</summary>
internal sealed class CsvFileReader : IAsyncDisposable
{
    private readonly SourceFile _file;
    private readonly KustoCsvSourceOptions _options;
    private readonly Stream _text;
    private readonly CsvRecordScanner _csv;
    private CsvColumns? _columns;
    private bool _isAtEnd;

    private CsvFileReader(SourceFile file, Stream text, KustoCsvSourceOptions options)
    {
        _file = file;
        _options = options;
        _text = text;
        _csv = new CsvRecordScanner(
            new CsvForm((byte)file.Separator(options), options.HasQuotes), CsvLimits.MaxRecordBytes);
        Text = new RecordText(_csv);
    }

    /// <summary>The fields of the record, if nothing is wrong with its form.</summary>
    public RecordText Text { get; }

    /// <summary>The header as it stands in the file; empty where there is none.</summary>
    public byte[] Header { get; private set; } = [];

    /// <summary>The record as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _csv.Raw;

    public CsvColumns Columns => _columns ?? throw new InvalidOperationException("The file has not been opened.");

    /// <summary>The place of the record, from 1.</summary>
    public long Record { get; private set; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="KustoSourceException">The file cannot be read, or its header does not fit the table.</exception>
    public static async ValueTask<CsvFileReader> OpenAsync<TRow>(
        SourceFile file, KustoCsvSourceOptions options, CancellationToken cancellationToken)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        Stream stream = Open(file);
        CsvFileReader? reader = null;
        try
        {
            Stream text = await PeekedStream.OpenTextAsync(stream, cancellationToken).ConfigureAwait(false);
            reader = new CsvFileReader(file, text, options);
            await reader.ReadHeaderAsync<TRow>(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch (Exception exception)
        {
            await (reader?.DisposeAsync() ?? stream.DisposeAsync()).ConfigureAwait(false);
            throw exception is InvalidDataException ? Problem(file, 0, 0, Reason(exception), exception) : exception;
        }
    }

    /// <summary>
    /// Goes to the next record, if it is in memory; what is wrong with its form is added to the problems.
    /// </summary>
    /// <returns>False where <see cref="ReadMoreAsync"/> has to be asked.</returns>
    /// <exception cref="KustoSourceException">What follows cannot be told apart into records.</exception>
    public bool TryRead(List<FieldProblem> problems)
    {
        if (!TryMoveNext())
        {
            return false;
        }

        Record++;
        Text.Take(Columns.MissingCount);
        if (!_csv.IsUtf8)
        {
            problems.Add(new FieldProblem(BadColumn(), "the text is not UTF-8; write the file as UTF-8"));
        }
        else if (_csv.Flaw != CsvFlaw.None)
        {
            problems.Add(new FieldProblem(null, Reason(_csv.Flaw)));
        }
        else if (_csv.FieldCount != Columns.FieldCount)
        {
            problems.Add(new FieldProblem(null, Ragged()));
        }

        return true;
    }

    /// <summary>Reads on in the file.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="KustoSourceException">The file cannot be read, or there is no end of the record.</exception>
    public async ValueTask<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        Memory<byte> room = _csv.Room();
        if (room.IsEmpty)
        {
            throw Problem(
                _file,
                _csv.NextLine,
                Record + 1,
                $"no end of the record is found within {CsvLimits.MaxRecordBytes} bytes; look for a quote that is not "
                + "closed");
        }

        try
        {
            int read = await _text.ReadAsync(room, cancellationToken).ConfigureAwait(false);
            _csv.Filled(read);
            _isAtEnd = read == 0;
            return true;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Problem(_file, 0, Record + 1, $"the file cannot be read on: {Reason(exception)}", exception);
        }
    }

    public RecordProblem Place(FieldProblem problem) =>
        new(_file.Name, _csv.Line, Record, problem.Column, problem.Reason);

    public async ValueTask DisposeAsync()
    {
        _csv.Dispose();
        await _text.DisposeAsync().ConfigureAwait(false);
    }

    private static Stream Open(SourceFile file)
    {
        try
        {
            return file.Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Problem(file, 0, 0, $"the file cannot be opened ({exception.GetType().Name})", exception);
        }
    }

    private async ValueTask ReadHeaderAsync<TRow>(CancellationToken cancellationToken)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        if (!_options.HasHeader)
        {
            _columns = CsvColumns.ByOrdinal(RowCheck<TRow>.Table);
            return;
        }

        while (!TryMoveNext())
        {
            if (!await ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
                throw Problem(_file, 0, 0, "the file is empty; a header was expected");
            }
        }

        if (_csv.Flaw != CsvFlaw.None || !_csv.IsUtf8)
        {
            string reason = _csv.Flaw == CsvFlaw.None ? "the text is not UTF-8" : Reason(_csv.Flaw);
            throw Problem(_file, _csv.Line, 0, $"the header cannot be read: {reason}");
        }

        string[] names = Names();
        Header = _csv.Raw.ToArray();
        (_columns, var problems) = CsvColumns.ByHeader(RowCheck<TRow>.Table, names, _options);
        if (_columns is null)
        {
            long line = _csv.Line;
            throw new KustoSourceException(
                [.. problems.Select(problem => new RecordProblem(_file.Name, line, 0, problem.Column, problem.Reason))],
                more: false);
        }
    }

    private string[] Names()
    {
        string[] names = new string[_csv.FieldCount];
        for (int place = 0; place < names.Length; place++)
        {
            names[place] = Encoding.UTF8.GetString(Field(place));
        }

        return names;
    }

    // Where a quote is not closed nobody knows how many records are behind it: that is never passed over.
    private bool TryMoveNext()
    {
        bool any = _csv.TryRead();
        return any && _csv.Flaw == CsvFlaw.OpenQuote
            ? throw Problem(_file, _csv.Line, Record + 1, Reason(CsvFlaw.OpenQuote))
            : any;
    }

    private ReadOnlySpan<byte> Field(int place) =>
        _csv.Text.Slice(_csv.Fields[place].Start, _csv.Fields[place].Length);

    private string? BadColumn()
    {
        int place = 0;
        while (place < _csv.FieldCount - 1 && Utf8.IsValid(Field(place)))
        {
            place++;
        }

        return Columns.NameOf(place);
    }

    private string Ragged() => $"the record has {_csv.FieldCount} fields and {Columns.FieldCount} are expected; "
        + "look for a separator that is not in quotes";

    private static string Reason(CsvFlaw flaw) => flaw switch
    {
        CsvFlaw.OpenQuote => "a quote is opened and not closed up to the end of the file",
        CsvFlaw.TextAfterQuote => "text follows a closing quote; inside of quotes, a quote is written twice",
        _ => "a quote stands in a field that does not begin with one; put the field in quotes and write its quotes twice",
    };

    private static string Reason(Exception exception) => exception.Message.TrimEnd('.');

    private static KustoSourceException Problem(
        SourceFile file, long line, long record, string reason, Exception? inner = null) =>
        KustoSourceException.Of(new RecordProblem(file.Name, line, record, Column: null, reason), inner);
}
