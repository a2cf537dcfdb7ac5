using Azure.Core;
using Azure.Core.Pipeline;
using Kusto.Typed.Connection;

namespace Kusto.Typed;

/// <summary>A cluster of Azure Data Explorer or a Fabric Eventhouse, and who asks it.</summary>
/// <remarks>
/// One connection serves a whole application: it never changes, any number of threads may use it at once, and it keeps
/// its network connections and tokens. Nothing is sent before the first request.
/// </remarks>
/// <example>
/// <code>
/// await using var kusto = new KustoConnection("https://mycluster.westus.kusto.windows.net", new DefaultAzureCredential());
/// await kusto.Schema("Samples").ApplyAsync&lt;StormEvent&gt;();
/// </code>
/// </example>
public sealed class KustoConnection : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly RequestSender _sender;
    private bool _isDisposed;

    /// <summary>Connects to the address alone: the local endpoint, or an emulator.</summary>
    /// <exception cref="ArgumentException">The address is none of a cluster, or needs a credential.</exception>
    public KustoConnection(string connectionString, KustoConnectionOptions? options = null)
        : this(ClusterEndpoints.Of(connectionString, nameof(connectionString)), credential: null, options)
    {
    }

    private KustoConnection(ClusterEndpoints endpoints, TokenCredential? credential, KustoConnectionOptions? options)
    {
        Options = options ?? new KustoConnectionOptions();
        Options.Check();
        Endpoints = endpoints;
        Retry = new Connection.RetryPolicy(Options.Retry, Options.TimeProvider);
        _client = Transport.Client(Options);
        _sender = new RequestSender(
            Transport.Pipeline(_client, []), ClientHeaders.Of(Options), Options.TimeProvider);
    }

    /// <summary>Where queries, commands and streaming ingestion go.</summary>
    public Uri EngineUri => Endpoints.Engine;

    /// <summary>Where queued ingestion goes: the engine's address with <c>ingest-</c> before it, or the same address.</summary>
    public Uri IngestUri => Endpoints.Ingest;

    /// <summary>The database that the address or connection string names; null where it names none.</summary>
    public string? DefaultDatabase => Endpoints.Database;

    internal KustoConnectionOptions Options { get; }

    internal Connection.RetryPolicy Retry { get; }

    private ClusterEndpoints Endpoints { get; }

    /// <summary>Runs a management command and reads what it answers.</summary>
    /// <remarks>
    /// It is sent again only where the service refused it or could not be reached, so no command is run twice. Names
    /// and texts from outside belong into a command by <see cref="Commands.KustoText"/> alone.
    /// </remarks>
    /// <param name="database">The database; null: <see cref="DefaultDatabase"/>, or none.</param>
    /// <param name="command">The command, with its leading dot.</param>
    /// <param name="cancellationToken">Ends the waiting; the service may still run the command.</param>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    public ValueTask<KustoCommandResult> ExecuteCommandAsync(
        string? database, string command, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(KustoEndpoint.Engine, database, command, cancellationToken);

    /// <summary>Ends the connection; requests under way fail.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The address, without anything secret.</summary>
    public override string ToString() => EngineUri.ToString();

    internal async ValueTask<KustoCommandResult> ExecuteCommandAsync(
        KustoEndpoint endpoint, string? database, string command, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command);
        KustoRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = "v1/rest/mgmt",
            Endpoint = endpoint,
            Content = RequestBody.Of(database ?? DefaultDatabase, command, Options.ServerTimeout, [], []),
            Timeout = RequestBody.ClientTimeout(Options.ServerTimeout, isQuery: false),
        };
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                using KustoResponse response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
                return await CommandResultReader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            }
            catch (KustoServiceException failure) when (
                !failure.IsOutcomeUnknown && Retry.DelayAfter(attempt, failure) is { } wait)
            {
                delay = wait;
            }

            await Retry.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the request once.</summary>
    /// <exception cref="KustoServiceException">The answer is none of success, or none came.</exception>
    internal ValueTask<KustoResponse> SendAsync(KustoRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Uri endpoint = request.Endpoint == KustoEndpoint.Ingest ? IngestUri : EngineUri;
        return _sender.SendAsync(endpoint, request, cancellationToken);
    }
}
