using System.Text;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>The queued ingestion of one cluster: which protocol it takes, and what has been learnt of its storage.</summary>
internal sealed class QueuedService
{
    private const string ConfigurationPath = "v1/rest/ingestion/configuration";

    private readonly KustoConnection _connection;
    private readonly QueuedProtocol _wanted;
    private readonly CachedAnswer<IngestionConfiguration> _configuration;
    private readonly RestProtocol _rest;

    public QueuedService(KustoConnection connection, QueuedProtocol wanted)
    {
        _connection = connection;
        _wanted = wanted;
        _configuration = new CachedAnswer<IngestionConfiguration>(
            AskAsync, answer => answer.Lifetime, connection.Options.TimeProvider);
        Storage = new StorageClient(connection);
        Failover = new StorageFailover(connection.Retry, new AccountRanking(connection.Options.TimeProvider));
        _rest = new RestProtocol(connection, _configuration);
        Queues = new StorageQueueProtocol(connection, Storage, Failover);
    }

    public StorageClient Storage { get; }

    public StorageFailover Failover { get; }

    public StorageQueueProtocol Queues { get; }

    /// <summary>The protocol that was asked for, or that the endpoint asks for.</summary>
    /// <exception cref="KustoTypedException">The endpoint has no queued ingestion, or did not say.</exception>
    public async ValueTask<IQueuedProtocol> ProtocolAsync(CancellationToken cancellationToken)
    {
        if (_wanted == QueuedProtocol.StorageQueue)
        {
            return await CheckedQueuesAsync(cancellationToken).ConfigureAwait(false);
        }

        IngestionConfiguration configuration =
            await _configuration.GetAsync(renew: false, cancellationToken).ConfigureAwait(false);
        if (configuration == IngestionConfiguration.Absent)
        {
            return _wanted == QueuedProtocol.Auto
                ? await CheckedQueuesAsync(cancellationToken).ConfigureAwait(false)
                : throw NotOffered($"it has no {ConfigurationPath}", inner: null);
        }

        return _wanted == QueuedProtocol.Rest || configuration.PrefersRest
            ? _rest
            : await CheckedQueuesAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IQueuedProtocol> CheckedQueuesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Queues.ResourcesAsync(renew: false, cancellationToken).ConfigureAwait(false);
            return Queues;
        }
        catch (KustoServiceException failure) when (failure.Status is 400 or 404 or 405 or 501)
        {
            throw NotOffered(failure.Message, failure);
        }
    }

    private async Task<IngestionConfiguration> AskAsync()
    {
        KustoRequest request = new()
        {
            Method = HttpMethod.Get,
            Endpoint = KustoEndpoint.Ingest,
            Path = ConfigurationPath,
            RequestKind = "KTC.configuration",
            Timeout = TimeSpan.FromMinutes(1),
        };
        string json = "";
        KustoServiceException? failure = await Attempts.RepeatAsync(
            _connection.Retry,
            async () =>
            {
                try
                {
                    using KustoResponse response =
                        await _connection.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
                    using StreamReader reader = new(response.Content, Encoding.UTF8);
                    json = await reader.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
                    return null;
                }
                catch (KustoServiceException problem)
                {
                    return problem;
                }
            },
            CancellationToken.None).ConfigureAwait(false);
        return failure switch
        {
            null => IngestionConfiguration.Parse(json, _connection.IngestUri),
            { Status: 404 or 405 or 501 } => IngestionConfiguration.Absent,
            _ => throw failure,
        };
    }

    private KustoTypedException NotOffered(string found, Exception? inner) => new(
        $"{_connection.IngestUri.Host} offers no queued ingestion: {found.TrimEnd('.')}. Microsoft's emulator has none; for it "
        + $"set {nameof(KustoIngestOptions)}.{nameof(KustoIngestOptions.Route)} to {nameof(IngestRoute)}.{nameof(IngestRoute.Inline)}.",
        inner);
}
