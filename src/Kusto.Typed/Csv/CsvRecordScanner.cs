using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Kusto.Typed.Csv;

/// <summary>Tells records and their fields apart in bytes that come by and by. One thread at a time.</summary>
/// <remarks>
/// Lines end in LF, CR LF or CR; empty ones are no records. Bytes are put into <see cref="Room"/> and told by
/// <see cref="Filled"/>; a record is good until the next bytes are asked for or the next record is.
/// </remarks>
internal sealed class CsvRecordScanner : IDisposable
{
    // With the block behind it, as much as one array of the pool.
    private const int FirstCapacity = (64 * 1024) - CsvSigns.Size;

    private const int FirstFields = 32;

    // So much is looked at before its records are taken: they are in the nearest cache then.
    private const int Ahead = 8 * 1024;

    private readonly CsvForm _form;
    private readonly int _maxRecordBytes;
    private readonly CsvMarks _marks;
    private readonly LineCount _lines = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstCapacity + CsvSigns.Size);
    private int _capacity = FirstCapacity;
    private int _end;
    private bool _isBegun;
    private bool _isAll;
    private RecordField[] _fields = new RecordField[FirstFields];
    private int[] _quoted = new int[FirstFields];
    private int _quotedCount;
    private int _recordStart;
    private int _recordEnd;
    private int _next;
    private int _nextMark;
    private bool _isSlow;
    private bool _isHalved;

    public CsvRecordScanner(CsvForm form, int maxRecordBytes)
    {
        _form = form;
        _maxRecordBytes = maxRecordBytes;
        _marks = new CsvMarks(form);
    }

    /// <summary>What the fields of the record are parts of.</summary>
    public ReadOnlySpan<byte> Text => _buffer;

    /// <summary>The fields of the record; where it has no flaw, without their quotes.</summary>
    public ReadOnlySpan<RecordField> Fields => _fields.AsSpan(0, FieldCount);

    public int FieldCount { get; private set; }

    /// <summary>The fields of the record, and behind them some that are null.</summary>
    public ReadOnlySpan<RecordField> FieldsAnd(int nulls)
    {
        if (nulls > 0)
        {
            Array.Resize(ref _fields, Math.Max(_fields.Length, FieldCount + nulls));
            _fields.AsSpan(FieldCount, nulls).Fill(new RecordField(0, 0, isNull: true));
        }

        return _fields.AsSpan(0, FieldCount + nulls);
    }

    /// <summary>What is wrong with the form of the record.</summary>
    public CsvFlaw Flaw { get; private set; }

    /// <summary>True where the record has nothing but ASCII.</summary>
    public bool IsAscii { get; private set; }

    /// <summary>
    /// True where a field cannot hold a character, since it is the one between fields and the field is not in quotes.
    /// </summary>
    public bool IsFreeOf(byte character, RecordField field) =>
        character == _form.Separator && (field.Start == 0 || _buffer[field.Start - 1] != '"');

    /// <summary>The line that the record begins on, from 1.</summary>
    public long Line => _lines.Behind(_buffer.AsSpan(0, _recordStart));

    /// <summary>The line that the next record begins on, from 1.</summary>
    public long NextLine => _lines.Behind(_buffer.AsSpan(0, _next));

    /// <summary>The record as it came, without its line end.</summary>
    public ReadOnlySpan<byte> Raw
    {
        get
        {
            if (_isHalved)
            {
                Restore();
            }

            return _buffer.AsSpan(_recordStart, _recordEnd - _recordStart);
        }
    }

    /// <summary>True where the record is UTF-8.</summary>
    public bool IsUtf8 => IsAscii || Utf8.IsValid(_buffer.AsSpan(_recordStart, _recordEnd - _recordStart));

    /// <summary>Where the next bytes belong.</summary>
    /// <returns>Empty where the record that is begun is longer than any may be.</returns>
    public Memory<byte> Room()
    {
        MoveToFront();
        if (_end == _capacity && _capacity < _maxRecordBytes)
        {
            Grow();
        }

        return _buffer.AsMemory(_end, _capacity - _end);
    }

    /// <summary>Takes bytes that were put into the room; none: there are no more.</summary>
    public void Filled(int count)
    {
        _end += count;
        if (count == 0 && !_isAll)
        {
            // Every record ends with a line end then; where there was one already, this ends an empty line.
            _isAll = true;
            _buffer[_end++] = (byte)'\n';
        }
    }

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

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
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

    private bool IsLineEnd(int place) => _buffer[place] is (byte)'\n' or (byte)'\r';

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
            if (!_marks.IsStopped && _marks.Scanned < _end)
            {
                _marks.Read(_buffer, Math.Min(_end, _marks.Scanned + Ahead));
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
        if (_end < byteOrderMark.Length && !_isAll)
        {
            return false;
        }

        _isBegun = true;
        if (_buffer.AsSpan(0, _end).StartsWith(byteOrderMark))
        {
            _next = byteOrderMark.Length;
            Restart();
        }

        return true;
    }

    private bool TryMarkSlowly()
    {
        // Where all bytes are marked and no record ends, the last one of all ends in a quote that is not closed.
        if (!_marks.IsStopped && !_isAll)
        {
            return false;
        }

        _marks.Restart(_next);
        while (_next < _end && IsLineEnd(_next))
        {
            _next++;
        }

        if (_next == _end || CsvSlowRecord.Mark(_buffer.AsSpan(0, _end), _next, _isAll, _form, _marks) is not { } flaw)
        {
            return false;
        }

        Flaw = flaw;
        _isSlow = true;
        return true;
    }

    private void Take()
    {
        int count = 0;
        int start = _next;
        while (!TryTake(ref start, ref count))
        {
            Array.Resize(ref _fields, 2 * _fields.Length);
            Array.Resize(ref _quoted, _fields.Length);
        }

        _recordStart = _next;
        _recordEnd = start - 1;
        _next = start;
        _nextMark += count;
        _marks.Pass();
        FieldCount = count;
        IsAscii = !_isSlow && start <= _marks.AsciiEnd;
        _isHalved = false;
        TakeQuotes();
    }

    // The mark of a line end is there. Nothing is called in the loop, so that all of it stays in registers.
    private bool TryTake(ref int start, ref int count)
    {
        ref byte text = ref MemoryMarshal.GetArrayDataReference(_buffer);
        ref int places = ref Unsafe.AsRef(in _marks.Places[_nextMark]);
        ref RecordField fields = ref MemoryMarshal.GetArrayDataReference(_fields);
        ref int quoted = ref MemoryMarshal.GetArrayDataReference(_quoted);
        int separator = _form.Separator;
        int most = _fields.Length;
        int place = count;
        int first = start;
        int quotes = _quotedCount;
        int end = first;
        bool isLast = false;
        while (place < most && !isLast)
        {
            end = Unsafe.Add(ref places, place);
            Unsafe.Add(ref fields, place) = RecordField.OfText(first, end - first);

            // Stored in any case, and kept where it is one.
            Unsafe.Add(ref quoted, quotes) = place;
            quotes += Unsafe.Add(ref text, first) == '"' ? 1 : 0;
            isLast = Unsafe.Add(ref text, end) != separator;
            first = end + 1;
            place++;
        }

        start = first;
        count = place;
        _quotedCount = quotes;
        return isLast;
    }

    // A record with a flaw stays as it came.
    private void TakeQuotes()
    {
        if (_form.HasQuotes && Flaw == CsvFlaw.None)
        {
            foreach (int place in _quoted.AsSpan(0, _quotedCount))
            {
                _fields[place] = WithoutQuotes(_fields[place]);
            }
        }

        _quotedCount = 0;
    }

    private RecordField WithoutQuotes(RecordField field)
    {
        Span<byte> text = _buffer.AsSpan(field.Start + 1, field.Length - 2);
        int length = QuoteHalving.Halve(text);
        _isHalved |= length < text.Length;
        return RecordField.OfText(field.Start + 1, length);
    }

    // Whoever wants the record as it came, which is one that is bad, gets its quotes doubled again.
    private void Restore()
    {
        ReadOnlySpan<int> ends = _marks.Places[(_nextMark - FieldCount).._nextMark];
        for (int place = 0; place < ends.Length; place++)
        {
            RecordField field = _fields[place];
            if (field.Start > 0 && _buffer[field.Start - 1] == '"')
            {
                QuoteHalving.Undo(_buffer.AsSpan(field.Start, ends[place] - 1 - field.Start), field.Length);
            }
        }

        _isHalved = false;
    }

    private void MoveToFront()
    {
        if (_next == 0)
        {
            return;
        }

        _lines.Pass(_buffer.AsSpan(0, _next));
        _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
        _end -= _next;
        _next = 0;
        _recordStart = 0;
        _recordEnd = 0;
        Restart();
    }

    private void Restart()
    {
        _marks.Restart(_next);
        _nextMark = 0;
    }

    private void Grow()
    {
        int capacity = (int)Math.Min((2L * _capacity) + CsvSigns.Size, _maxRecordBytes);
        byte[] larger = ArrayPool<byte>.Shared.Rent(capacity + CsvSigns.Size);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _capacity = capacity;
    }
}
