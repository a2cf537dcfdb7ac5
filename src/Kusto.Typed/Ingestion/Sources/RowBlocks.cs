using System.Runtime.ExceptionServices;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Rows in, bytes of complete records out: what both streams of rows have in common.</summary>
internal sealed class RowBlocks<TRow, TMap>(RowGuard guard) : IDisposable
    where TMap : IKustoRow<TRow>
{
    private readonly RowPump<TRow, TMap> _pump =
        new(new BatchLimit(long.MaxValue, long.MaxValue, ""), guard, CancellationToken.None);

    private CsvBlock _block;
    private int _position;
    private ExceptionDispatchInfo? _failure;
    private bool _isFlushing;
    private bool _isEnded;
    private bool _isDisposed;

    /// <summary>True where rows may be written that nobody has read.</summary>
    public bool HasRows { get; private set; }

    /// <summary>Takes bytes.</summary>
    /// <returns>False where rows have to be written first; true with no bytes at the end.</returns>
    /// <exception cref="ObjectDisposedException">The stream is disposed.</exception>
    public bool TryRead(Span<byte> buffer, out int length)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(Stream));
        length = 0;
        if (buffer.IsEmpty)
        {
            return true;
        }

        if (_position == _block.Length && !TryTakeBlock())
        {
            _failure?.Throw();
            return _isEnded;
        }

        length = Math.Min(buffer.Length, _block.Length - _position);
        _block.Span.Slice(_position, length).CopyTo(buffer);
        _position += length;
        return true;
    }

    /// <summary>Writes rows until a block is full or the source ends; a failure is kept behind the good rows.</summary>
    public void Fill(IEnumerator<TRow> rows)
    {
        try
        {
            if (_pump.Fill(rows) == PumpHalt.SourceEnded)
            {
                End();
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    /// <summary>Writes a row.</summary>
    /// <returns>True where more rows are wanted.</returns>
    public bool Fill(TRow row)
    {
        try
        {
            HasRows = true;
            return _pump.Fill(row) is null;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return false;
        }
    }

    /// <summary>There are no more rows.</summary>
    public void End()
    {
        _isEnded = true;
        Flush();
    }

    /// <summary>There are no more rows since something went wrong.</summary>
    public void Fail(Exception exception)
    {
        _failure = ExceptionDispatchInfo.Capture(exception);
        Flush();
    }

    /// <summary>The rows that are written are to be read although they fill no block.</summary>
    public void Flush() => _isFlushing = true;

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            ReturnBlock();
            _pump.Dispose();
        }
    }

    private bool TryTakeBlock()
    {
        ReturnBlock();
        if (_pump.TryTakeFull(out _block))
        {
            return true;
        }

        bool wanted = _isFlushing;
        HasRows &= !wanted;
        _isFlushing = false;
        return wanted && _pump.TryTakeRest(out _block);
    }

    private void ReturnBlock()
    {
        if (_block.Bytes is not null)
        {
            _block.Return();
        }

        _block = default;
        _position = 0;
    }
}
