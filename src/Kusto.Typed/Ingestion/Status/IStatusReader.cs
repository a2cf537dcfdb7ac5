namespace Kusto.Typed.Ingestion.Status;

/// <summary>Finds out how batches are getting on.</summary>
internal interface IStatusReader
{
    /// <summary>Looks once.</summary>
    /// <returns>The batches of which something new is known, as they are now.</returns>
    /// <exception cref="KustoTypedException">There is no sense in looking again.</exception>
    Task<IReadOnlyList<BatchReceipt>> ReadAsync(IReadOnlyList<BatchReceipt> pending, CancellationToken cancellationToken);
}
