using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Stages a batch as a blob, in whichever container takes it.</summary>
internal sealed class BatchUploader(StorageClient storage, StorageFailover failover)
{
    // A larger blob goes up in blocks, so that no request lasts long.
    private const long MostInOneRequest = 32 * 1024 * 1024;
    private const long BlockBytes = 8 * 1024 * 1024;

    /// <returns>The blob's address, with the key that opens it.</returns>
    /// <exception cref="KustoServiceException">No container took it.</exception>
    public Task<Uri> UploadAsync(
        CsvBatch batch, IngestTarget target, IQueuedProtocol protocol, CancellationToken cancellationToken)
    {
        string name = BlobName.Of(target.Database, target.Table, batch.SourceId, batch.IsGzip ? "csv.gz" : "csv");
        return failover.RunAsync(
            protocol.ContainersAsync,
            async container =>
            {
                Uri blob = StorageClient.At(container, "/" + name);
                await UploadAsync(blob, batch, cancellationToken).ConfigureAwait(false);
                return blob;
            },
            cancellationToken);
    }

    private async Task UploadAsync(Uri blob, CsvBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Length <= MostInOneRequest)
        {
            await storage.PutBlobAsync(
                blob, Part(batch, 0, batch.Length), $"KTC.stage;{batch.SourceId}", cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        int blocks = 0;
        for (long start = 0; start < batch.Length; start += BlockBytes)
        {
            CsvBatchContent part = Part(batch, start, Math.Min(BlockBytes, batch.Length - start));
            await storage.PutBlockAsync(blob, blocks++, part, cancellationToken).ConfigureAwait(false);
        }

        await storage.PutBlockListAsync(blob, blocks, cancellationToken).ConfigureAwait(false);
    }

    // A staged blob says by its name that it is compressed; a header would let readers unpack it on the way.
    private static CsvBatchContent Part(CsvBatch batch, long start, long length) =>
        new(batch, saysGzip: false, start, length);
}
