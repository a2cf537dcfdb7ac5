using System.Runtime.ExceptionServices;
using System.Text;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Raw;

/// <summary>Ingests one source that no row type describes: a stream, or a blob that lies somewhere already.</summary>
internal sealed class RawIngestion(
    KustoConnection connection, QueuedService service, string database, string table, RawIngestProperties properties)
{
    private readonly SourceFormat _format = properties.ToSourceFormat();

    public async Task<IngestResult> RunAsync(Stream source, CancellationToken cancellationToken)
    {
        long started = connection.Options.TimeProvider.GetTimestamp();
        using RawPieces pieces = new(
            source, properties is { IsText: true, ZipPattern: null }, properties.IdempotencyKey is not null);
        Guid name = Guid.NewGuid();
        Uri? blob = null;
        Exception? problem = null;
        try
        {
            IQueuedProtocol protocol = await service.ProtocolAsync(cancellationToken).ConfigureAwait(false);
            RawUploader uploader = new(connection, service.Storage, service.Failover);
            blob = await uploader
                .UploadAsync(pieces, BlobName.Of(database, table, name, Extension(pieces)), protocol, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // The service, the source or the caller has ended it: nothing of it is in the table, and the receipt says why.
            problem = failure;
        }

        Guid sourceId = pieces.Hash() is { } hash ? StableId(hash) : name;
        long? rawBytes = properties.ZipPattern is null ? pieces.RawBytes : null;
        BatchIdentity identity = Identity(sourceId, rawBytes, pieces.PackedBytes);
        return await EndAsync(identity, blob, rawBytes, problem, started, cancellationToken).ConfigureAwait(false);
    }

    public Task<IngestResult> RunAsync(Uri blob, long? rawBytes, CancellationToken cancellationToken)
    {
        long started = connection.Options.TimeProvider.GetTimestamp();
        Guid sourceId = properties.IdempotencyKey is null
            ? Guid.NewGuid()
            : StableId(Encoding.UTF8.GetBytes(blob.GetLeftPart(UriPartial.Path)));
        return EndAsync(Identity(sourceId, rawBytes, 0), blob, rawBytes, problem: null, started, cancellationToken);
    }

    private async Task<IngestResult> EndAsync(
        BatchIdentity identity,
        Uri? blob,
        long? rawBytes,
        Exception? problem,
        long started,
        CancellationToken cancellationToken)
    {
        BatchReceipt receipt = await Attempts.RunAsync(
            identity,
            IngestRoute.Queued,
            delivery => SubmitAsync(identity, blob, rawBytes, problem, delivery, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        IngestResult result = new(
            database,
            table,
            [receipt],
            connection.Options.TimeProvider.GetElapsedTime(started),
            new IngestionFollower(connection, service, database, table));
        if (receipt.Outcome == BatchOutcome.Accepted)
        {
            return result;
        }

        Exception cause = receipt.Failure ?? new OperationCanceledException(cancellationToken);
        throw cancellationToken.IsCancellationRequested
            ? new KustoIngestCanceledException(result, cause, cancellationToken)
            : new KustoIngestException($"Ingestion into {database}.{table} failed: {receipt.Reason}", result, cause);
    }

    private async Task SubmitAsync(
        BatchIdentity identity,
        Uri? blob,
        long? rawBytes,
        Exception? problem,
        Delivery delivery,
        CancellationToken cancellationToken)
    {
        if (blob is null)
        {
            ExceptionDispatchInfo.Throw(problem!); // there is no blob because of it
        }

        delivery.MayBeSkipped = properties.IngestIfNotExistsOf(identity.SourceId).Count > 0;
        try
        {
            IQueuedProtocol protocol = await service.ProtocolAsync(cancellationToken).ConfigureAwait(false);
            QueuedSource source = new()
            {
                SourceId = identity.SourceId,
                Database = database,
                Table = table,
                Blob = blob,
                RawBytes = rawBytes,
                Format = _format,
                Properties = properties,
            };
            await protocol.SubmitAsync(source, delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (KustoTypedException failure)
        {
            delivery.Prevented(failure);
        }
    }

    private BatchIdentity Identity(Guid sourceId, long? rawBytes, long packedBytes) =>
        new(sourceId, new BatchRows(0, 0, rawBytes ?? 0), packedBytes, properties.IdempotencyKey is not null);

    private Guid StableId(byte[] content) => SourceIds.Of(
        properties.IdempotencyKey!, // asked for only where there is one
        [database.ToUpperInvariant(), table, _format.Name, _format.MappingName ?? _format.MappingJson ?? ""],
        firstRowIndex: 0,
        content);

    private string Extension(RawPieces pieces) =>
        properties.ZipPattern is not null ? _format.Name + ".zip"
        : pieces.IsGzip ? _format.Name + ".gz"
        : _format.Name;
}
