using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion;

/// <summary>A stream whose bytes are rows, written as they are read.</summary>
internal sealed class CsvRowStream<TRow, TMap>(IEnumerable<TRow> rows) : Stream
    where TMap : IKustoRow<TRow>
{
    private const long NoLimit = long.MaxValue;

    private readonly RowPump<TRow, TMap> _pump = new(new BatchLimit(NoLimit, NoLimit, ""), CancellationToken.None);
    private IEnumerator<TRow>? _source;
    private CsvBlock _block;
    private int _read;
    private bool _ended;
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (buffer.IsEmpty || (_read == _block.Length && !TryFill()))
        {
            return 0;
        }

        int part = Math.Min(buffer.Length, _block.Length - _read);
        _block.Span.Slice(_read, part).CopyTo(buffer);
        _read += part;
        return part;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            ReturnBlock();
            _pump.Dispose();
            _source?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>False where there is nothing more to read.</returns>
    private bool TryFill()
    {
        ReturnBlock();
        _source ??= rows.GetEnumerator();
        while (!_pump.TryTakeFull(out _block))
        {
            if (_ended)
            {
                return _pump.TryTakeRest(out _block);
            }

            _ended = _pump.Fill(_source) == PumpHalt.SourceEnded;
        }

        return true;
    }

    private void ReturnBlock()
    {
        if (_block.Bytes is not null)
        {
            _block.Return();
        }

        _block = default;
        _read = 0;
    }
}
