namespace Kusto.Typed.Ingestion;

/// <summary>A way that a batch can take. It may send a batch again, since a batch never changes.</summary>
internal interface IBatchRoute
{
    /// <summary>The most bytes of CSV in a batch of this route.</summary>
    long MaxBatchBytes { get; }

    /// <summary>Brings a batch to the service and says what became of it; the caller keeps the batch.</summary>
    /// <remarks>Never throws, whatever goes wrong, nor when cancelled: a batch without a receipt is lost in silence.</remarks>
    Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken);
}
