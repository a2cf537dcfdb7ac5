namespace Kusto.Typed.Ingestion;

/// <summary>Which rows a batch holds.</summary>
internal readonly record struct BatchRows(long FirstRowIndex, int RowCount, long RawBytes)
{
    /// <summary>The values that something else was written for.</summary>
    public long ValuesReplaced { get; init; }

    /// <summary>True where rows of the source that lie between these were left out.</summary>
    public bool HasGaps { get; init; }
}

/// <summary>Rows as (compressed) CSV in pooled memory, complete and never changed.</summary>
/// <remarks>
/// A cancelled request may still read the bytes after its caller has gone on. So whoever reads holds a lease, and
/// the memory goes back to the pool with the last one.
/// </remarks>
internal sealed class CsvBatch(SegmentStream content, BatchRows rows, bool isGzip, Guid? stableId = null)
{
    private int _leases = 1;

    public Guid SourceId { get; } = stableId ?? Guid.NewGuid();

    public BatchIdentity Identity => new(SourceId, Rows, Length, IsIdempotent: stableId is not null);

    public BatchRows Rows { get; } = rows;

    public bool IsGzip { get; } = isGzip;

    public long Length => content.Length;

    public ValueTask CopyToAsync(Stream destination, CancellationToken cancellationToken) =>
        CopyToAsync(destination, 0, Length, cancellationToken);

    /// <summary>Copies a part of the bytes.</summary>
    public async ValueTask CopyToAsync(
        Stream destination, long start, long length, CancellationToken cancellationToken)
    {
        AddLease();
        try
        {
            foreach (ReadOnlyMemory<byte> segment in content.Slice(start, length))
            {
                await destination.WriteAsync(segment, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Gives a lease back; the first one belongs to whoever built the batch.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _leases) == 0)
        {
            content.Dispose();
        }
    }

    private void AddLease()
    {
        int leases = Volatile.Read(ref _leases);
        while (leases > 0)
        {
            int found = Interlocked.CompareExchange(ref _leases, leases + 1, leases);
            if (found == leases)
            {
                return;
            }

            leases = found;
        }

        throw new ObjectDisposedException(nameof(CsvBatch));
    }
}
