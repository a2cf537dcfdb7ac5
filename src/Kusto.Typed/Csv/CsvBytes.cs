using System.Buffers;

namespace Kusto.Typed.Csv;

/// <summary>The bytes of a CSV that are in memory: those of the records that are not passed, in one piece.</summary>
internal sealed class CsvBytes(int maxRecordBytes) : IDisposable
{
    // With the block behind it, as much as one array of the pool.
    private const int FirstCapacity = (64 * 1024) - CsvSigns.Size;

    private int _capacity = FirstCapacity;

    /// <summary>The array, in which a block may be read that begins at any of the bytes.</summary>
    public byte[] Array { get; private set; } = ArrayPool<byte>.Shared.Rent(FirstCapacity + CsvSigns.Size);

    /// <summary>How many bytes there are.</summary>
    public int Count { get; private set; }

    /// <summary>True where no more bytes follow: the last one is then a line end.</summary>
    public bool IsAll { get; private set; }

    public ReadOnlySpan<byte> Span => Array.AsSpan(0, Count);

    /// <summary>Where the next bytes belong.</summary>
    /// <returns>Empty where there are more bytes than a record may have.</returns>
    public Memory<byte> Room()
    {
        if (Count == _capacity && _capacity < maxRecordBytes)
        {
            Grow();
        }

        return Array.AsMemory(Count, _capacity - Count);
    }

    /// <summary>Takes bytes that were put into the room; none: there are no more.</summary>
    public void Filled(int count)
    {
        Count += count;
        if (count == 0 && !IsAll)
        {
            // Every record ends with a line end then; where there was one already, this ends an empty line.
            IsAll = true;
            Array[Count++] = (byte)'\n';
        }
    }

    /// <summary>Drops the first bytes.</summary>
    public void Drop(int count)
    {
        Array.AsSpan(count, Count - count).CopyTo(Array);
        Count -= count;
    }

    public void Dispose()
    {
        byte[] array = Array;
        Array = [];
        Count = 0;
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private void Grow()
    {
        int capacity = (int)Math.Min((2L * _capacity) + CsvSigns.Size, maxRecordBytes);
        byte[] larger = ArrayPool<byte>.Shared.Rent(capacity + CsvSigns.Size);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(Array);
        Array = larger;
        _capacity = capacity;
    }
}
