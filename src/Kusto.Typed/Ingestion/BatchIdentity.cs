namespace Kusto.Typed.Ingestion;

/// <summary>What a receipt says of a batch, whatever becomes of it.</summary>
/// <param name="SourceId">Its id, the same at every attempt.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Length">Its size as it travels, in bytes.</param>
/// <param name="IsIdempotent">True where the service can tell by the id that it has the batch already.</param>
internal sealed record BatchIdentity(Guid SourceId, BatchRows Rows, long Length, bool IsIdempotent);
