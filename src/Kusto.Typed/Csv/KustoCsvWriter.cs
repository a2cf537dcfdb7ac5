using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>Writes rows as CSV records of UTF-8 into pooled memory. What generated code calls.</summary>
/// <remarks>
/// A record is <see cref="BeginRecord(int)"/> (which reserves the room of all its fixed fields and strings at once), a
/// call for each column in ordinal order, and <see cref="EndRecord"/>. A record that fails in between leaves nothing.
/// Null is an empty field.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct KustoCsvWriter
{
    private readonly CsvBuffer _buffer;
    private Span<byte> _bytes;
    private int _position;
    private int _recordStart;
    private int _lastRecordStart;
    private int _reserved;

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

    /// <summary>Begins a record of a type without strings.</summary>
    /// <param name="fixedBytes">The most that the fields take which are no strings, with all separators.</param>
    /// <exception cref="KustoRowException">
    /// The strings that are reserved make a record larger than the service takes.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginRecord(int fixedBytes)
    {
        _reserved = fixedBytes;
        if (_bytes.Length - _position < fixedBytes)
        {
            Grow(fixedBytes);
        }
    }

    /// <summary>Begins a record; reserves its fixed fields and a string.</summary>
    public void BeginRecord(int fixedBytes, string? s0) => BeginRecord(fixedBytes + Room(s0));

    /// <summary>Begins a record; reserves its fixed fields and its strings.</summary>
    public void BeginRecord(int fixedBytes, string? s0, string? s1) => BeginRecord(fixedBytes + Room(s0) + Room(s1));

    /// <summary>Begins a record; reserves its fixed fields and its strings.</summary>
    public void BeginRecord(int fixedBytes, string? s0, string? s1, string? s2) =>
        BeginRecord(fixedBytes + Room(s0) + Room(s1) + Room(s2));

    /// <summary>Begins a record; reserves its fixed fields and its first four strings.</summary>
    public void BeginRecord(int fixedBytes, string? s0, string? s1, string? s2, string? s3) =>
        BeginRecord(fixedBytes + Room(s0) + Room(s1) + Room(s2) + Room(s3));

    /// <summary>
    /// Reserves more strings of the record, behind <see cref="BeginRecord(int)"/> and before any field.
    /// </summary>
    public void Reserve(string? s0, string? s1 = null, string? s2 = null, string? s3 = null) =>
        BeginRecord(_reserved + Room(s0) + Room(s1) + Room(s2) + Room(s3));

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void EndRecord()
    {
        if (_position > _bytes.Length)
        {
            ThrowNoRoom();
        }

        if (_position - _recordStart == 1)
        {
            WriteEmptyRecord();
        }

        if (_position - _recordStart > CsvLimits.MaxRecordBytes)
        {
            throw TooLarge();
        }

        _bytes[_position - 1] = (byte)'\n';
        _lastRecordStart = _recordStart;
        _recordStart = _position;
    }

    /// <summary>Takes back what is written of a record that did not end.</summary>
    internal void Rollback() => _position = _recordStart;

    /// <summary>Takes back the last complete record.</summary>
    internal void TakeBack() => _position = _recordStart = _lastRecordStart;

    /// <summary>Says the buffer how far its current block is filled.</summary>
    internal readonly void Commit() => _buffer.Position = _recordStart;

    // The longest a string can get: three bytes a character, two quotes. One over 1 MiB finds its
    // room later on, or is refused.
    private static int Room(string? text) => text is null ? 0 : (Math.Min(text.Length, CsvLimits.MaxValueBytes) * 3) + 2;

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
        if (_bytes.Length - _position < bytes + _reserved)
        {
            Grow(bytes + _reserved);
        }
    }

    private void Grow(int needed)
    {
        // A character takes one byte at least and three are reserved for it: beyond this no record is small enough.
        const int MostThatCanFit = 4 * CsvLimits.MaxRecordBytes;
        if (needed > MostThatCanFit)
        {
            throw TooLarge();
        }

        _position = _buffer.Grow(_recordStart, _position, needed);
        _recordStart = 0;
        _bytes = _buffer.Room;
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
