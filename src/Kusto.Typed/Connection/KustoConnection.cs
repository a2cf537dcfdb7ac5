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
    private readonly RequestSender _storage;
    private bool _isDisposed;

    /// <summary>Connects as a connection string says, or to an address alone, such as a local endpoint's.</summary>
    /// <param name="connectionString">
    /// The address, or <c>Data Source=https://…;Initial Catalog=Samples;AAD Federated Security=true</c> with Kusto's own
    /// keywords. A value with <c>;</c> in it stands in quotes.
    /// </param>
    /// <param name="options">What is not as usual; null: nothing.</param>
    /// <exception cref="ArgumentException">
    /// The string has a keyword that is unknown or not supported, names no cluster or an untrusted one, or lacks the
    /// credential that any host but this machine needs.
    /// </exception>
    public KustoConnection(string connectionString, KustoConnectionOptions? options = null)
        : this(ConnectionString.Parse(connectionString), credential: null, options)
    {
    }

    /// <summary>Connects to a cluster as the credential's owner.</summary>
    /// <param name="uri">
    /// The address of the engine or of data management; a path of one part names the database.
    /// </param>
    /// <param name="credential">Whoever asks, such as a <c>DefaultAzureCredential</c>.</param>
    /// <param name="options">What is not as usual; null: nothing.</param>
    /// <exception cref="ArgumentException">The address is none of a cluster, is not https or is untrusted.</exception>
    public KustoConnection(string uri, TokenCredential credential, KustoConnectionOptions? options = null)
        : this(ConnectionString.Parse(uri), credential ?? throw new ArgumentNullException(nameof(credential)), options)
    {
    }

    /// <summary>Connects to a cluster as the credential's owner.</summary>
    /// <param name="uri">
    /// The address of the engine or of data management; a path of one part names the database.
    /// </param>
    /// <param name="credential">Whoever asks, such as a <c>DefaultAzureCredential</c>.</param>
    /// <param name="options">What is not as usual; null: nothing.</param>
    /// <exception cref="ArgumentException">The address is none of a cluster, is not https or is untrusted.</exception>
    public KustoConnection(Uri uri, TokenCredential credential, KustoConnectionOptions? options = null)
        : this((uri ?? throw new ArgumentNullException(nameof(uri))).OriginalString, credential, options)
    {
    }

    private KustoConnection(ConnectionString text, TokenCredential? credential, KustoConnectionOptions? options)
    {
        Options = ConnectionStringOptions.Of(text, options ?? new KustoConnectionOptions());
        Options.Check();
        Endpoints = ConnectionStringOptions.Endpoints(text);
        HostTrust trust = new(Options.TrustedHosts);
        credential = ConnectionStringOptions.Credential(text, Endpoints.Engine, credential);
        trust.Check(Endpoints.Engine, credential is not null, Options.AllowInsecureHttp);

        Retry = new Connection.RetryPolicy(Options.Retry, Options.TimeProvider);
        _client = Transport.Client(Options);
        HttpPipeline anonymous = Transport.Pipeline(_client, []);
        ClientHeaders headers = ClientHeaders.Of(Options);
        _storage = new RequestSender(anonymous, ClientHeaders.None, Options.TimeProvider);
        _sender = new RequestSender(anonymous, headers, Options.TimeProvider);
        if (credential is not null)
        {
            CloudMetadataClient metadata = new(_sender, Endpoints.Engine);
            HttpPipeline authorised = Transport.Pipeline(_client, [new TokenPolicy(credential, metadata, trust)]);
            _sender = new RequestSender(authorised, headers, Options.TimeProvider);
        }
    }

    /// <summary>Where queries, commands and streaming ingestion go.</summary>
    public Uri EngineUri => Endpoints.Engine;

    /// <summary>
    /// Where queued ingestion goes: the engine's address with <c>ingest-</c> before it, or the same address.
    /// </summary>
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

    internal ValueTask<KustoCommandResult> ExecuteCommandAsync(
        KustoEndpoint endpoint, string? database, string command, CancellationToken cancellationToken) =>
        ExecuteCommandAsync(endpoint, database, command, repeats: failure => !failure.IsOutcomeUnknown, cancellationToken);

    /// <summary>Runs a command that only reads: it is sent again whatever became of it.</summary>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    internal ValueTask<KustoCommandResult> ReadCommandAsync(
        KustoEndpoint endpoint, string? database, string command, CancellationToken cancellationToken) =>
        ExecuteCommandAsync(endpoint, database, command, repeats: _ => true, cancellationToken);

    /// <summary>Runs a command with one request: whether it may be sent again is its caller's to know.</summary>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    internal ValueTask<KustoCommandResult> ExecuteCommandOnceAsync(
        string? database, string command, string clientRequestId, CancellationToken cancellationToken) =>
        SendCommandAsync(CommandRequest(KustoEndpoint.Engine, database, command) with { ClientRequestId = clientRequestId }, cancellationToken);

    private async ValueTask<KustoCommandResult> ExecuteCommandAsync(
        KustoEndpoint endpoint,
        string? database,
        string command,
        Func<KustoServiceException, bool> repeats,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command);
        KustoRequest request = CommandRequest(endpoint, database, command);
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                return await SendCommandAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (KustoServiceException failure) when (
                repeats(failure) && Retry.DelayAfter(attempt, failure) is { } wait)
            {
                delay = wait;
            }

            await Retry.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private KustoRequest CommandRequest(KustoEndpoint endpoint, string? database, string command) => new()
    {
        Method = HttpMethod.Post,
        Path = "v1/rest/mgmt",
        Endpoint = endpoint,
        Content = RequestBody.Of(database ?? DefaultDatabase, command, Options.ServerTimeout, [], []),
        Timeout = RequestBody.ClientTimeout(Options.ServerTimeout, isQuery: false),
    };

    private async ValueTask<KustoCommandResult> SendCommandAsync(
        KustoRequest request, CancellationToken cancellationToken)
    {
        using KustoResponse response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await CommandResultReader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request once.</summary>
    /// <exception cref="KustoServiceException">The answer is none of success, or none came.</exception>
    internal ValueTask<KustoResponse> SendAsync(KustoRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Uri endpoint = request.Endpoint == KustoEndpoint.Ingest ? IngestUri : EngineUri;
        return _sender.SendAsync(new Uri(endpoint, request.Path), request, cancellationToken);
    }

    /// <summary>Sends the request once to an address that carries its own key, without a token.</summary>
    /// <remarks>The path and the endpoint of the request take no part: the address is all.</remarks>
    /// <exception cref="KustoServiceException">The answer is none of success, or none came.</exception>
    internal ValueTask<KustoResponse> SendToStorageAsync(
        Uri address, KustoRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _storage.SendAsync(address, request, cancellationToken);
    }
}
