namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The CSV of rows that come by and by, written while it is read.</summary>
internal sealed class AsyncRowStream<TRow, TMap>(IAsyncEnumerable<TRow> rows, RowGuard guard) : ReadOnlyStream
    where TMap : IKustoRow<TRow>
{
    private readonly RowBlocks<TRow, TMap> _blocks = new(guard);
    private IAsyncEnumerator<TRow>? _source;
    private Task<bool>? _next;

    public override int Read(Span<byte> buffer) => throw new NotSupportedException(
        "The rows come asynchronously: read the stream with ReadAsync or CopyToAsync.");

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int length;
        while (!_blocks.TryRead(buffer.Span, out length))
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return length;
    }

    public override async ValueTask DisposeAsync()
    {
        _blocks.Dispose();
        if (_source is { } source)
        {
            _source = null;
            await EndNextAsync().ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _source is not null)
        {
            // Whoever disposes without waiting waits here: the source must not be left open.
            DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        else if (disposing)
        {
            _blocks.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        bool more = true;
        while (more)
        {
            try
            {
                _source ??= rows.GetAsyncEnumerator(cancellationToken);
                _next ??= _source.MoveNextAsync().AsTask();
                if (!_next.IsCompleted && _blocks.HasRows)
                {
                    _blocks.Flush();
                    return;
                }

                bool any = await _next.WaitAsync(cancellationToken).ConfigureAwait(false);
                _next = null;
                more = any && _blocks.Fill(_source.Current);
                if (!any)
                {
                    _blocks.End();
                }
            }
            catch (Exception exception) when (_next is null or { IsCompleted: true })
            {
                // What the source threw, and not that this read was given up, which leaves its rows to the next read.
                _next = null;
                _blocks.Fail(exception);
                return;
            }
        }
    }

    // An enumerator is not to be disposed while it is asked for a row.
    private async ValueTask EndNextAsync()
    {
        if (_next is { } next)
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
