namespace Kusto.Typed.Ingestion;

/// <summary>A way that a batch can take. It may send a batch again, since a batch never changes.</summary>
internal interface IBatchRoute
{
    /// <summary>The most bytes of CSV in a batch of this route.</summary>
    long MaxBatchBytes { get; }

    /// <summary>Brings a batch to the service and says what became of it; the caller keeps the batch.</summary>
    /// <remarks>Never throws for what the service does, nor when cancelled: that too is in the receipt.</remarks>
    Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken);
}
