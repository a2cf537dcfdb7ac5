using System.Text.Unicode;

namespace Kusto.Typed.Csv;

/// <summary>Tells records and their fields apart in bytes that come by and by. One thread at a time.</summary>
/// <remarks>
/// Lines end in LF, CR LF or CR; empty ones are no records. Bytes are put into <see cref="Room"/> and told by
/// <see cref="Filled"/>; a record is good until the next bytes are asked for or the next record is.
/// </remarks>
internal sealed class CsvRecordScanner(CsvForm form, int maxRecordBytes) : IDisposable
{
    // So much is looked at before its records are taken: they are in the nearest cache then.
    private const int Ahead = 8 * 1024;

    private readonly CsvBytes _bytes = new(maxRecordBytes);
    private readonly CsvMarks _marks = new(form);
    private readonly CsvFields _fields = new(form);
    private readonly LineCount _lines = new();
    private int _recordStart;
    private int _recordEnd;
    private int _next;
    private int _nextMark;
    private bool _isBegun;
    private bool _isSlow;

    /// <summary>What the fields of the record are parts of.</summary>
    public ReadOnlySpan<byte> Text => _bytes.Array;

    /// <summary>The fields of the record; where it has no flaw, without their quotes.</summary>
    public ReadOnlySpan<RecordField> Fields => _fields.Span;

    public int FieldCount => _fields.Count;

    /// <summary>What is wrong with the form of the record.</summary>
    public CsvFlaw Flaw { get; private set; }

    /// <summary>True where the record has nothing but ASCII.</summary>
    public bool IsAscii { get; private set; }

    /// <summary>True where the record is UTF-8.</summary>
    public bool IsUtf8 => IsAscii || Utf8.IsValid(_bytes.Array.AsSpan(_recordStart, _recordEnd - _recordStart));

    /// <summary>The line that the record begins on, from 1.</summary>
    public long Line => _lines.Behind(_bytes.Array.AsSpan(0, _recordStart));

    /// <summary>The line that the next record begins on, from 1.</summary>
    public long NextLine => _lines.Behind(_bytes.Array.AsSpan(0, _next));

    /// <summary>The record as it came, without its line end; what its fields were is lost by that.</summary>
    public ReadOnlySpan<byte> Raw
    {
        get
        {
            _fields.GiveQuotesBack(_bytes.Array, _marks.Places[(_nextMark - FieldCount).._nextMark]);
            return _bytes.Array.AsSpan(_recordStart, _recordEnd - _recordStart);
        }
    }

    /// <summary>The fields of the record, and behind them some that are null.</summary>
    public ReadOnlySpan<RecordField> FieldsAnd(int nulls) => nulls == 0 ? _fields.Span : _fields.And(nulls);

    /// <summary>
    /// True where a field cannot hold a character, since it is the one between fields and the field is not in quotes.
    /// </summary>
    public bool IsFreeOf(byte character, RecordField field) =>
        character == form.Separator && (field.Start == 0 || _bytes.Array[field.Start - 1] != '"');

    /// <summary>Where the next bytes belong.</summary>
    /// <returns>Empty where the record that is begun is longer than any may be.</returns>
    public Memory<byte> Room()
    {
        if (_next > 0)
        {
            _lines.Pass(_bytes.Span[.._next]);
            _bytes.Drop(_next);
            _next = 0;
            _recordStart = 0;
            _recordEnd = 0;
            Restart();
        }

        return _bytes.Room();
    }

    /// <summary>Takes bytes that were put into the room; none: there are no more.</summary>
    public void Filled(int count) => _bytes.Filled(count);

    /// <summary>Goes to the next record.</summary>
    /// <returns>False where more bytes are wanted for it, or, if there are none, at the end.</returns>
    public bool TryRead()
    {
        Flaw = CsvFlaw.None;
        if (_isSlow)
        {
            _isSlow = false;
            Restart();
        }

        SkipEmptyLines();
        if (_marks.LineEnds == 0 && !TryMark())
        {
            return false;
        }

        Take();
        return true;
    }

    public void Dispose() => _bytes.Dispose();

    private void Take()
    {
        _recordStart = _next;
        _recordEnd = _fields.Take(_bytes.Array, _next, _marks.Places[_nextMark..]);
        _next = _recordEnd + 1;
        _nextMark += _fields.Count;
        _marks.Pass();
        IsAscii = !_isSlow && _recordEnd < _marks.AsciiEnd;
        if (Flaw == CsvFlaw.None)
        {
            _fields.TakeQuotes(_bytes.Array);
        }
    }

    private void SkipEmptyLines()
    {
        ReadOnlySpan<int> places = _marks.Places;
        while (_nextMark < places.Length && places[_nextMark] == _next && IsLineEnd(_next))
        {
            _next++;
            _nextMark++;
            _marks.Pass();
        }
    }

    private bool IsLineEnd(int place) => _bytes.Array[place] is (byte)'\n' or (byte)'\r';

    // Looks on until a whole record is marked.
    private bool TryMark()
    {
        if (!_isBegun && !TryBegin())
        {
            return false;
        }

        while (_marks.LineEnds == 0)
        {
            _marks.Drop(_nextMark);
            _nextMark = 0;
            if (!_marks.IsStopped && _marks.Scanned < _bytes.Count)
            {
                _marks.Read(_bytes.Array, Math.Min(_bytes.Count, _marks.Scanned + Ahead));
            }
            else if (!TryMarkSlowly())
            {
                return false;
            }

            SkipEmptyLines();
        }

        return true;
    }

    // A byte order mark belongs to no record.
    private bool TryBegin()
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        if (_bytes.Count < byteOrderMark.Length && !_bytes.IsAll)
        {
            return false;
        }

        _isBegun = true;
        if (_bytes.Span.StartsWith(byteOrderMark))
        {
            _next = byteOrderMark.Length;
            Restart();
        }

        return true;
    }

    private bool TryMarkSlowly()
    {
        // Where all bytes are marked and no record ends, the last one of all ends in a quote that is not closed.
        if (!_marks.IsStopped && !_bytes.IsAll)
        {
            return false;
        }

        while (_next < _bytes.Count && IsLineEnd(_next))
        {
            _next++;
        }

        Restart();
        if (_next == _bytes.Count
            || CsvSlowRecord.Mark(_bytes.Span, _next, _bytes.IsAll, form, _marks) is not { } flaw)
        {
            return false;
        }

        Flaw = flaw;
        _isSlow = true;
        return true;
    }

    private void Restart()
    {
        _marks.Restart(_next);
        _nextMark = 0;
    }
}
