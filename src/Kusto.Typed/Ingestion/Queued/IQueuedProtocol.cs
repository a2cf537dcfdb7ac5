namespace Kusto.Typed.Ingestion.Queued;

/// <summary>One of the two protocols by which a blob is handed to the service.</summary>
internal interface IQueuedProtocol
{
    /// <summary>The containers that blobs are staged in, each with its key.</summary>
    /// <param name="renew">True where those known were refused: ask again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="KustoTypedException">The service offers none.</exception>
    ValueTask<IReadOnlyList<Uri>> ContainersAsync(bool renew, CancellationToken cancellationToken);

    /// <summary>Hands a blob to the service; the delivery is told what became of it.</summary>
    /// <exception cref="KustoTypedException">What has to stand before the first attempt could not be had.</exception>
    Task SubmitAsync(QueuedSource source, Delivery delivery, CancellationToken cancellationToken);
}
