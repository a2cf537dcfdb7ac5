namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The CSV of rows, written while it is read.</summary>
internal sealed class RowStream<TRow, TMap>(IEnumerable<TRow> rows, RowGuard guard) : ReadOnlyStream
    where TMap : IKustoRow<TRow>
{
    private readonly RowBlocks<TRow, TMap> _blocks = new(guard);
    private IEnumerator<TRow>? _source;

    public override int Read(Span<byte> buffer)
    {
        int length;
        while (!_blocks.TryRead(buffer, out length))
        {
            Fill();
        }

        return length;
    }

    // Rows come without waiting, so that there is nothing to wait for here.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        try
        {
            return ValueTask.FromResult(Read(buffer.Span));
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<int>(exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _blocks.Dispose();
            _source?.Dispose();
            _source = null;
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        try
        {
            _source ??= RowsInMemory<TRow, TMap>.Of(rows);
        }
        catch (Exception exception)
        {
            _blocks.Fail(exception);
            return;
        }

        _blocks.Fill(_source);
    }
}
