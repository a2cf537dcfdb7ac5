using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The records of one file, one after another, each with what is wrong with it.</summary>
internal sealed class CsvFileReader : IAsyncDisposable
{
    private readonly SourceFile _file;
    private readonly KustoCsvSourceOptions _options;
    private readonly Stream _text;
    private readonly CsvReader _csv;
    private CsvMalformedReason? _malformed;
    private CsvColumns? _columns;

    private CsvFileReader(SourceFile file, Stream text, KustoCsvSourceOptions options)
    {
        _file = file;
        _options = options;
        _text = text;
        _csv = CsvReader.Create(text, Options(), leaveOpen: true);
    }

    public RecordText Text { get; } = new();

    /// <summary>The header as it stands in the file; empty where there is none.</summary>
    public byte[] Header { get; private set; } = [];

    /// <summary>The record as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _csv.RawRecord;

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

    /// <summary>Goes to the next record; what is wrong with its form is added to the problems.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="KustoSourceException">What follows cannot be told apart into records.</exception>
    public ValueTask<bool> ReadAsync(List<FieldProblem> problems, CancellationToken cancellationToken)
    {
        // Most records are in memory already: no state machine for them.
        ValueTask<bool> moved = MoveNextAsync(cancellationToken);
        return moved.IsCompletedSuccessfully
            ? new ValueTask<bool>(moved.Result && Take(problems))
            : AwaitedAsync(moved, problems);
    }

    private async ValueTask<bool> AwaitedAsync(ValueTask<bool> moved, List<FieldProblem> problems) =>
        await moved.ConfigureAwait(false) && Take(problems);

    private bool Take(List<FieldProblem> problems)
    {
        Record++;
        if (!Utf8.IsValid(_csv.RawRecord))
        {
            problems.Add(new FieldProblem(BadColumn(), "the text is not UTF-8; write the file as UTF-8"));
        }
        else if (_malformed is { } malformed)
        {
            problems.Add(new FieldProblem(null, Reason(malformed)));
        }
        else if (_csv.FieldCount != Columns.FieldCount)
        {
            problems.Add(new FieldProblem(null, Ragged()));
        }
        else
        {
            TakeFields();
        }

        return true;
    }

    public RecordProblem Place(FieldProblem problem) =>
        new(_file.Name, _csv.LineNumber, Record, problem.Column, problem.Reason);

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

    private CsvReaderOptions Options() => new()
    {
        // The header is read as a record, so that its form and its names are looked at here.
        HasHeader = false,
        Separator = _file.Separator(_options),
        Mode = _options.HasQuotes ? CsvMode.Rfc4180 : CsvMode.NoEscape,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MaxRecordSize = CsvLimits.MaxRecordBytes,
        OnMalformedRecord = record => _malformed ??= record.Reason,
    };

    private async ValueTask ReadHeaderAsync<TRow>(CancellationToken cancellationToken)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        if (!_options.HasHeader)
        {
            _columns = CsvColumns.ByOrdinal(RowCheck<TRow>.Table);
            return;
        }

        if (!await MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            throw Problem(_file, 0, 0, "the file is empty; a header was expected");
        }

        if (_malformed is { } malformed || !Utf8.IsValid(_csv.RawRecord))
        {
            string reason = _malformed is null ? "the text is not UTF-8" : Reason(_malformed.Value);
            throw Problem(_file, _csv.LineNumber, 0, $"the header cannot be read: {reason}");
        }

        Header = _csv.RawRecord.ToArray();
        string[] names = [.. Enumerable.Range(0, _csv.FieldCount).Select(_csv.GetString)];
        (_columns, var problems) = CsvColumns.ByHeader(RowCheck<TRow>.Table, names, _options);
        if (_columns is null)
        {
            long line = _csv.LineNumber;
            throw new KustoSourceException(
                [.. problems.Select(problem => new RecordProblem(_file.Name, line, 0, problem.Column, problem.Reason))],
                more: false);
        }
    }

    private async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        _malformed = null;
        try
        {
            bool any = await _csv.ReadAsync(cancellationToken).ConfigureAwait(false);

            // Where a quote is not closed nobody knows how many records are behind it: that is never passed over.
            return any && _malformed == CsvMalformedReason.UnterminatedQuote
                ? throw Problem(_file, _csv.LineNumber, Record + 1, Reason(CsvMalformedReason.UnterminatedQuote))
                : any;
        }
        catch (CsvFormatException exception)
        {
            string reason = $"no end of the record is found within {CsvLimits.MaxRecordBytes} bytes; look for a quote "
                + "that is not closed";
            throw Problem(_file, exception.LineNumber, Record + 1, reason, exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Problem(_file, 0, Record + 1, $"the file cannot be read on: {Reason(exception)}", exception);
        }
    }

    private void TakeFields()
    {
        Text.Clear();
        for (int place = 0; place < _csv.FieldCount; place++)
        {
            ReadOnlySpan<byte> field = _csv.GetSpan(place);
            Text.Add(field, isNull: field.IsEmpty);
        }

        for (int missing = 0; missing < Columns.MissingCount; missing++)
        {
            Text.Add([], isNull: true);
        }
    }

    private string? BadColumn()
    {
        int place = 0;
        while (place < _csv.FieldCount - 1 && Utf8.IsValid(_csv.GetSpan(place)))
        {
            place++;
        }

        return Columns.NameOf(place);
    }

    private string Ragged() => $"the record has {_csv.FieldCount} fields and {Columns.FieldCount} are expected; "
        + "look for a separator that is not in quotes";

    private static string Reason(CsvMalformedReason malformed) => malformed switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and not closed up to the end of the file",
        CsvMalformedReason.TextAfterClosingQuote =>
            "text follows a closing quote; inside of quotes, a quote is written twice",
        _ => "a quote stands in a field that does not begin with one; put the field in quotes and write its quotes twice",
    };

    private static string Reason(Exception exception) => exception.Message.TrimEnd('.');

    private static KustoSourceException Problem(
        SourceFile file, long line, long record, string reason, Exception? inner = null) =>
        KustoSourceException.Of(new RecordProblem(file.Name, line, record, Column: null, reason), inner);
}
