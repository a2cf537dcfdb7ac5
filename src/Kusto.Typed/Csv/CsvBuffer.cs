using System.Buffers;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Csv;

/// <summary>Pooled memory that records are written into: a current block, and the full ones before it.</summary>
internal sealed class CsvBuffer(TableSchema table, int blockBytes = CsvBuffer.DefaultBlockBytes) : IDisposable
{
    /// <summary>With the slack it is an array that the pool has.</summary>
    public const int DefaultBlockBytes = (64 * 1024) - Slack;

    /// <summary>The bytes behind a block's room that whole vectors may be stored into, and short fields without asking.</summary>
    public const int Slack = 64;

    private readonly Queue<CsvBlock> _full = new();

    public TableSchema Table { get; } = table;

    /// <summary>What is done about a value that does not fit.</summary>
    public ValuePolicy Policy { get; init; }

    /// <summary>The values that something else was written for, also of a record that has begun.</summary>
    public long ValuesReplaced { get; set; }

    /// <summary>The index that the next row has in its source.</summary>
    public long RowIndex { get; set; }

    /// <summary>The current block's array. Records up to <see cref="Position"/> are complete.</summary>
    public byte[] Current { get; private set; } = Rent(blockBytes);

    /// <summary>The room of the current block.</summary>
    public Span<byte> Room => Current.AsSpan(0, Current.Length - Slack);

    public int Position { get; set; }

    public CsvJsonScratch Json => field ??= new CsvJsonScratch();

    /// <summary>Takes the oldest full block.</summary>
    public bool TryTakeFull(out CsvBlock block)
    {
        bool taken = _full.TryDequeue(out block);
        FullBytes -= block.Length;
        return taken;
    }

    /// <summary>The bytes of the full blocks that nobody has taken.</summary>
    public long FullBytes { get; private set; }

    /// <summary>Takes what is complete of the current block, which need not be full; empty where nothing is.</summary>
    public CsvBlock TakeCurrent()
    {
        CsvBlock block = new(Current, Position);
        Current = Rent(blockBytes);
        Position = 0;
        return block;
    }

    /// <summary>Makes room for a record that has begun; what is written of it moves along.</summary>
    /// <returns>Where the moved part of the record ends.</returns>
    public int Grow(int recordStart, int recordEnd, int needed)
    {
        byte[] old = Current;
        int begun = recordEnd - recordStart;

        // A record that grows once may grow again: twice its size, so that it is not copied for each of its strings.
        Current = Rent(Math.Max(blockBytes, checked(begun + Math.Max(begun, needed))));
        old.AsSpan(recordStart, begun).CopyTo(Current);
        if (recordStart > 0)
        {
            AddFull(new CsvBlock(old, recordStart));
        }
        else
        {
            ArrayPool<byte>.Shared.Return(old);
        }

        Position = 0;
        return begun;
    }

    /// <summary>Ends the current block before its last record, which begins a new one.</summary>
    public void CutBefore(int lastRecordStart)
    {
        if (lastRecordStart == 0)
        {
            return;
        }

        int record = Position - lastRecordStart;
        byte[] old = Current;
        Current = Rent(Math.Max(blockBytes, record));
        old.AsSpan(lastRecordStart, record).CopyTo(Current);
        Position = record;
        AddFull(new CsvBlock(old, lastRecordStart));
    }

    private static byte[] Rent(int bytes) => ArrayPool<byte>.Shared.Rent(bytes + Slack);

    private void AddFull(CsvBlock block)
    {
        _full.Enqueue(block);
        FullBytes += block.Length;
    }

    public void Dispose()
    {
        while (TryTakeFull(out CsvBlock block))
        {
            block.Return();
        }

        ArrayPool<byte>.Shared.Return(Current);
        Current = [];
        Position = 0;
    }
}

/// <summary>Complete records in a rented array; whoever holds it returns it.</summary>
internal readonly record struct CsvBlock(byte[] Bytes, int Length)
{
    /// <summary>True for the default, which stands for no block.</summary>
    public bool IsNone => Bytes is null;

    public ReadOnlySpan<byte> Span => Bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => Bytes.AsMemory(0, Length);

    public void Return() => ArrayPool<byte>.Shared.Return(Bytes);
}
