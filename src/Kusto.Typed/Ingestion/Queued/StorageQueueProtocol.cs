using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Hands blobs over by messages in storage queues, which data management reads.</summary>
internal sealed class StorageQueueProtocol(KustoConnection connection, StorageClient storage, StorageFailover failover)
    : IQueuedProtocol
{
    private const string RequestKind = "KTC.enqueue";
    private const string TokenCommand = ".get kusto identity token";

    // The documentation says of both that they are good for an hour.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(1);

    private readonly CachedAnswer<IngestionResources> _resources = new(
        async () => IngestionResources.Of(
            await AskAsync(connection, IngestionResources.Command).ConfigureAwait(false), connection.IngestUri),
        _ => s_lifetime,
        connection.Options.TimeProvider);

    private readonly CachedAnswer<string> _identityToken = new(
        async () => IdentityToken(await AskAsync(connection, TokenCommand).ConfigureAwait(false)),
        _ => s_lifetime,
        connection.Options.TimeProvider);

    public ValueTask<IngestionResources> ResourcesAsync(bool renew, CancellationToken cancellationToken) =>
        _resources.GetAsync(renew, cancellationToken);

    public async ValueTask<IReadOnlyList<Uri>> ContainersAsync(bool renew, CancellationToken cancellationToken) =>
        (await ResourcesAsync(renew, cancellationToken).ConfigureAwait(false)).Containers;

    public async Task SubmitAsync(QueuedSource source, Delivery delivery, CancellationToken cancellationToken)
    {
        string token = await _identityToken.GetAsync(renew: false, cancellationToken).ConfigureAwait(false);
        StatusEntity? status = await TryInsertStatusAsync(source, cancellationToken).ConfigureAwait(false);
        ReportMethod method = source.Properties.ReportMethod
            ?? (status is null ? ReportMethod.Queue : ReportMethod.Table);
        ReadOnlyMemory<byte> message = QueueMessage.Write(
            source, token, status, method, connection.Options.TimeProvider.GetUtcNow());
        try
        {
            await failover.RunAsync(
                async (renew, ct) => (await ResourcesAsync(renew, ct).ConfigureAwait(false)).ReadyQueues,
                queue => PutAsync(queue, message, delivery, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            delivery.Accepted(Tracking(source.Properties, status));
        }
        catch (KustoServiceException)
        {
            // The delivery knows of every attempt.
        }
    }

    private async Task<bool> PutAsync(
        Uri queue, ReadOnlyMemory<byte> message, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await storage.PutMessageAsync(queue, message, delivery.BeginAttempt(RequestKind), cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (KustoServiceException failure)
        {
            delivery.Failed(failure);
            throw;
        }
    }

    // Where the table cannot be written to, the report queues still tell: rows are not held back for a report.
    private async Task<StatusEntity?> TryInsertStatusAsync(QueuedSource source, CancellationToken cancellationToken)
    {
        QueuedIngestProperties wanted = source.Properties;
        IngestionResources resources = await ResourcesAsync(renew: false, cancellationToken).ConfigureAwait(false);
        if (wanted.ReportLevel == ReportLevel.None || wanted.ReportMethod == ReportMethod.Queue
            || resources.StatusTables.Count == 0)
        {
            return null;
        }

        try
        {
            return await failover.RunAsync(
                async (renew, ct) => (await ResourcesAsync(renew, ct).ConfigureAwait(false)).StatusTables,
                table => InsertAsync(table, source, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (KustoServiceException) when (wanted.ReportMethod is null)
        {
            return null;
        }
    }

    private async Task<StatusEntity> InsertAsync(Uri table, QueuedSource source, CancellationToken cancellationToken)
    {
        // A row of its own for each submission: an idempotent batch has the same id at every run.
        StatusEntity entity = new(table, new EntityKey(source.SourceId.ToString(), Guid.NewGuid().ToString()));
        await storage.InsertEntityAsync(
            table, entity.ToJson(source, connection.Options.TimeProvider.GetUtcNow()), cancellationToken)
            .ConfigureAwait(false);
        return entity;
    }

    private static BatchTracking? Tracking(QueuedIngestProperties properties, StatusEntity? status) =>
        properties.ReportLevel == ReportLevel.None ? null
        : status is null ? BatchTracking.Queues()
        : BatchTracking.Table(status.Table, status.Key.Row);

    private static ValueTask<KustoCommandResult> AskAsync(KustoConnection connection, string command) =>
        connection.ReadCommandAsync(KustoEndpoint.Ingest, "NetDefaultDB", command, CancellationToken.None);

    private static string IdentityToken(KustoCommandResult result) =>
        result.Rows is [{ } row] && row.GetString(result.Columns[0]) is { Length: > 0 } token
            ? token
            : throw new KustoTypedException($"The service gave no identity token ({TokenCommand}).");
}
