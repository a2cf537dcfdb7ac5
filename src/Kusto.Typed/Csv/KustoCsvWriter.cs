using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>Writes rows as CSV records of UTF-8 into pooled memory. What generated code calls.</summary>
/// <remarks>
/// A record is <see cref="BeginRecord"/> (which reserves the room of all its fixed fields at once), a call for each
/// column in ordinal order, and <see cref="EndRecord"/>. A record that fails in between leaves nothing. Null is an
/// empty field. A string finds room of its own, with all that is reserved behind it: to reserve all strings at the
/// beginning too took 7 ns of a StormEvent's 170.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct KustoCsvWriter
{
    private readonly CsvBuffer _buffer;
    private Span<byte> _bytes;
    private int _position;
    private int _recordStart;
    private int _lastRecordStart;

    // Behind it lies what is reserved for the record's fixed fields.
    private int _freeEnd;

    internal KustoCsvWriter(CsvBuffer buffer)
    {
        _buffer = buffer;
        _bytes = buffer.Room;
        _position = _recordStart = buffer.Position;
    }

    /// <summary>How far complete records fill the current block.</summary>
    internal readonly int Position => _recordStart;

    /// <summary>Where the last complete record begins in the current block.</summary>
    internal readonly int LastRecordStart => _lastRecordStart;

    /// <summary>Begins a record.</summary>
    /// <param name="fixedBytes">The most that the fields take which are no strings, with all separators.</param>
    /// <exception cref="KustoRowException">They make a record larger than the service takes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginRecord(int fixedBytes)
    {
        _freeEnd = _bytes.Length - fixedBytes;
        if (_position > _freeEnd)
        {
            Grow(0, fixedBytes);
        }
    }

    /// <summary>Asks the processor for strings that are written soon; nothing is read of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Touch(string? s0, string? s1 = null, string? s2 = null, string? s3 = null)
    {
        Prefetch.String(s0);
        Prefetch.String(s1);
        Prefetch.String(s2);
        Prefetch.String(s3);
    }

    /// <summary>Writes an empty field that belongs to no column.</summary>
    public void WriteFiller() => EndField(0);

    /// <summary>Ends the record: from here on it is complete.</summary>
    /// <exception cref="KustoRowException">The record is larger than the service takes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndRecord()
    {
        const int Least = 2;
        if (_position > _bytes.Length || (uint)(_position - _recordStart - Least) > CsvLimits.MaxRecordBytes - Least)
        {
            EndOddRecord();
        }

        Unsafe.Add(ref Next, -1) = (byte)'\n';
        _lastRecordStart = _recordStart;
        _recordStart = _position;
    }

    /// <summary>Takes back what is written of a record that did not end.</summary>
    internal void Rollback() => _position = _recordStart;

    /// <summary>Takes back the last complete record.</summary>
    internal void TakeBack() => _position = _recordStart = _lastRecordStart;

    /// <summary>Says the buffer how far its current block is filled.</summary>
    internal readonly void Commit() => _buffer.Position = _recordStart;

    // Where the next field begins. Nothing is checked here.
    private readonly ref byte Next => ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), (nint)(uint)_position);

    // The room that is left, for a field that looks at it.
    private readonly Span<byte> Rest
    {
        get
        {
            if (_position > _bytes.Length)
            {
                ThrowNoRoom();
            }

            return _bytes[_position..];
        }
    }

    // Where a field begins that fits into the slack of a block: it may be written without looking at its room. A record
    // that was reserved ends before the slack; one comparison a field keeps one that was not within memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref byte NextShort()
    {
        if (_position > _bytes.Length)
        {
            ThrowNoRoom();
        }

        return ref Next;
    }

    private static void ThrowNoRoom() => throw CsvNumber.NoRoom();

    // Ends a field that was written without looking at its room.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndShort(ref byte field, int written)
    {
        Unsafe.Add(ref field, written) = (byte)',';
        _position += written + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteNull()
    {
        NextShort() = (byte)',';
        _position++;
    }

    private void EndField(int written)
    {
        _position += written;
        NextShort() = (byte)',';
        _position++;
    }

    // What no reservation foresaw; what it did foresee stays free behind it.
    private void EnsureMore(int bytes)
    {
        if (_freeEnd - _position < bytes)
        {
            Grow(bytes, _bytes.Length - _freeEnd);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes, int reserved)
    {
        // A character takes one byte at least and three are reserved for it: beyond this no record is small enough.
        const int MostThatCanFit = 4 * CsvLimits.MaxRecordBytes;
        int needed = bytes + reserved;
        if (needed > MostThatCanFit || _position - _recordStart > CsvLimits.MaxRecordBytes)
        {
            throw TooLarge();
        }

        _position = _buffer.Grow(_recordStart, _position, needed);
        _recordStart = 0;
        _bytes = _buffer.Room;
        _freeEnd = _bytes.Length - reserved;
    }

    // A record without a byte of its own, or what is none.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndOddRecord()
    {
        if (_position > _bytes.Length)
        {
            ThrowNoRoom();
        }

        if (_position - _recordStart > CsvLimits.MaxRecordBytes)
        {
            throw TooLarge();
        }

        if (_position == _recordStart)
        {
            WriteFiller();
        }

        WriteEmptyRecord();
    }

    // A blank line is no record to Kusto: the one empty field of a record is written as quotes.
    private void WriteEmptyRecord()
    {
        EnsureMore(2);
        _position--;
        _bytes[_position++] = (byte)'"';
        _bytes[_position++] = (byte)'"';
        EndField(0);
    }
}
