namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Stages a batch and hands it to the service.</summary>
internal sealed class QueuedSender(
    QueuedService service, MappingGuard mappings, IngestTarget target, QueuedIngestProperties properties)
{
    private readonly BatchUploader _uploader = new(service.Storage, service.Failover);

    /// <summary>A node does not know the mapping: the engine is to be asked again whether it is there.</summary>
    public void ForgetMapping() => mappings.Forget(target);

    public async Task SendAsync(CsvBatch batch, Delivery delivery, CancellationToken cancellationToken)
    {
        delivery.MayBeSkipped = properties.IngestIfNotExistsOf(batch.SourceId).Count > 0;
        try
        {
            await mappings.EnsureAsync(target, cancellationToken).ConfigureAwait(false);
            IQueuedProtocol protocol = await service.ProtocolAsync(cancellationToken).ConfigureAwait(false);
            Uri blob = await _uploader.UploadAsync(batch, target, protocol, cancellationToken).ConfigureAwait(false);
            await protocol.SubmitAsync(Source(batch, blob), delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (KustoTypedException failure)
        {
            delivery.Prevented(failure);
        }
    }

    private QueuedSource Source(CsvBatch batch, Uri blob) => new()
    {
        SourceId = batch.SourceId,
        Database = target.Database,
        Table = target.Table,
        Blob = blob,
        RawBytes = batch.Rows.RawBytes,
        Format = SourceFormat.OfRows(target),
        Properties = properties,
    };
}
