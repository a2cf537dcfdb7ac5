namespace Kusto.Typed.Ingestion;

/// <summary>A way that the batches of one call can take. It may send a batch again, since a batch never changes.</summary>
internal interface IBatchRoute
{
    /// <summary>The route's name in receipts of batches that never left.</summary>
    IngestRoute Route { get; }

    /// <summary>How large a batch may become.</summary>
    BatchLimit Limit { get; }

    /// <summary>False where the route carries CSV as it is, whatever compression is asked for.</summary>
    bool TakesGzip => true;

    /// <summary>Asked where a batch is full and there are more rows: may it grow instead of ending?</summary>
    /// <returns>True where <see cref="Limit"/> is larger from now on.</returns>
    bool TryGrow() => false;

    /// <summary>Brings a batch to the service and says what became of it; the caller keeps the batch.</summary>
    /// <remarks>Never throws, whatever goes wrong, nor when cancelled: a batch without a receipt is lost in silence.</remarks>
    Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken);
}
