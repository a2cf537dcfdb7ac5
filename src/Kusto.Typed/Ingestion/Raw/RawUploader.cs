using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Raw;

/// <summary>Stages a stream as a blob, piece by piece, so that its length need not be known.</summary>
internal sealed class RawUploader(KustoConnection connection, StorageClient storage, StorageFailover failover)
{
    /// <returns>The blob's address, with the key that opens it.</returns>
    /// <exception cref="KustoServiceException">No container took the first piece, or the one that did took no more.</exception>
    public async Task<Uri> UploadAsync(
        RawPieces pieces, string name, IQueuedProtocol protocol, CancellationToken cancellationToken)
    {
        CsvBatch first = await pieces.NextAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new KustoTypedException("The source is empty: there is nothing to ingest.");
        Uri blob = await PutFirstAsync(first, name, protocol, cancellationToken).ConfigureAwait(false);
        int blocks = 1;
        while (await pieces.NextAsync(cancellationToken).ConfigureAwait(false) is { } piece)
        {
            int number = blocks++;
            try
            {
                await RepeatAsync(() => PutAsync(blob, number, piece, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
            }
            finally
            {
                piece.Release();
            }
        }

        await RepeatAsync(() => storage.PutBlockListAsync(blob, blocks, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return blob;
    }

    // Only the first piece can go elsewhere: those before a later one are gone from memory.
    private async Task<Uri> PutFirstAsync(
        CsvBatch first, string name, IQueuedProtocol protocol, CancellationToken cancellationToken)
    {
        try
        {
            return await failover.RunAsync(
                protocol.ContainersAsync,
                async container =>
                {
                    Uri blob = StorageClient.At(container, "/" + name);
                    await PutAsync(blob, 0, first, cancellationToken).ConfigureAwait(false);
                    return blob;
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            first.Release();
        }
    }

    private Task PutAsync(Uri blob, int number, CsvBatch piece, CancellationToken cancellationToken) =>
        storage.PutBlockAsync(blob, number, new CsvBatchContent(piece), cancellationToken);

    private async Task RepeatAsync(Func<Task> put, CancellationToken cancellationToken)
    {
        KustoServiceException? failure = await Attempts.RepeatAsync(
            connection.Retry,
            async () =>
            {
                try
                {
                    await put().ConfigureAwait(false);
                    return null;
                }
                catch (KustoServiceException problem)
                {
                    return problem;
                }
            },
            cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            throw failure;
        }
    }
}
