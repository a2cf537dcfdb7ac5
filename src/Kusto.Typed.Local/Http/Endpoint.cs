using System.Text;
using System.Text.Json;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Ingestion.Queued;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Query;
using Kusto.Typed.Local.Staging;
using Kusto.Typed.Local.Storage;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>Serves one request: finds its path, meets its fault, does it, answers.</summary>
internal sealed class Endpoint(ClusterStore cluster, LocalFaults faults)
{
    private const string MetadataPath = "/v1/rest/auth/metadata";
    private const string IngestPath = "/v1/rest/ingest/";

    // All six keys: some clients refuse an answer that lacks one.
    private const string Metadata =
        """
        {"AzureAD":{"LoginEndpoint":"https://login.microsoftonline.com","LoginMfaRequired":false,"KustoClientAppId":"db662dc1-0cfe-4e1c-a843-19a68e65be58","KustoClientRedirectUri":"https://microsoft/kustoclient","KustoServiceResourceId":"https://kusto.kusto.windows.net","FirstPartyAuthorityUrl":"https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a"}}
        """;

    private static readonly ResultColumn[] s_ingested =
    [
        new("ConsumedRecordsCount", KustoType.Long),
        new("UpdatePolicyStatus", KustoType.String),
        new("UpdatePolicyFailureCode", KustoType.String),
        new("UpdatePolicyFailureReason", KustoType.String),
    ];

    private readonly StreamingIngestion _ingestion = new(cluster);
    private QueuedEndpoint? _queued;
    private StorageEndpoint? _storage;
    private DataManagement? _management;
    private readonly LocalKustoOptions _options = cluster.Options;

    /// <summary>Serves queued ingestion too, now that the address is known which its storage has.</summary>
    public void Use(DataManagement management, BuiltInStorage? storage)
    {
        _management = management;
        _queued = new QueuedEndpoint(cluster, management);
        _storage = storage is null ? null : new StorageEndpoint(storage, faults, cluster.Options.TimeProvider);
    }

    public async Task ServeAsync(HttpContext context)
    {
        RequestIds ids = RequestIds.Of(context);
        try
        {
            await RouteAsync(context, ids).ConfigureAwait(false);
        }
        catch (RequestRefusedException error)
        {
            await ErrorAnswer.WriteAsync(context, ids, error, _options.TimeProvider).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, or a fault has closed the connection: there is nobody to answer.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await ErrorAnswer.WriteAsync(context, ids, Internal(exception), _options.TimeProvider).ConfigureAwait(false);
        }
    }

    private Task RouteAsync(HttpContext context, RequestIds ids)
    {
        if (_storage is not null && StorageEndpoint.Serves(context.Request.Path))
        {
            return _storage.ServeAsync(context);
        }

        if (_queued is not null && QueuedEndpoint.KindOf(context.Request) is { } kind)
        {
            return _queued.ServeAsync(context, kind, new FaultedRequest(context, faults.Take(kind)));
        }

        string path = context.Request.Path.Value ?? "";
        string route = context.Request.Method + " " + path.TrimEnd('/').ToLowerInvariant();
        return route switch
        {
            "GET " + MetadataPath => WriteMetadataAsync(context),
            "POST /v1/rest/mgmt" => CommandAsync(context, ids),
            "POST /v1/rest/query" => QueryAsync(context, ids, frames: false),
            "POST /v2/rest/query" => QueryAsync(context, ids, frames: true),
            _ when route.StartsWith("POST " + IngestPath, StringComparison.Ordinal) => IngestAsync(context, ids, path),
            _ => throw Refusal.PathNotFound(context.Request.Method, path),
        };
    }

    private static async Task WriteMetadataAsync(HttpContext context)
    {
        context.Response.ContentType = JsonAnswer.ContentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Metadata), context.RequestAborted)
            .ConfigureAwait(false);
    }

    private async Task CommandAsync(HttpContext context, RequestIds ids)
    {
        FaultedRequest request = new(context, faults.Take(LocalRequestKind.Management));
        await request.BeforeBodyAsync().ConfigureAwait(false);
        RestRequest body = await RestRequest.ReadAsync(context).ConfigureAwait(false);
        request.AfterBody();
        ResultTable table = _management is not null && DataManagementCommands.KindOf(body.Text) is { } kind
            ? await ManageAsync(context, kind, _management).ConfigureAwait(false)
            : new CommandRunner(cluster, _ingestion).Run(body.Text, body.Database, ids.Client);
        request.BeforeAnswer();
        await V1Answer.WriteAsync(context, table).ConfigureAwait(false);
    }

    // Which command it is shows when its body has been read: its fault comes then.
    private async Task<ResultTable> ManageAsync(HttpContext context, LocalRequestKind kind, DataManagement management)
    {
        FaultedRequest request = new(context, faults.Take(kind));
        await request.BeforeBodyAsync().ConfigureAwait(false);
        ResultTable table = await DataManagementCommands
            .RunAsync(kind, management, cluster.Options, context.RequestAborted).ConfigureAwait(false);
        request.BeforeAnswer();
        return table;
    }

    private async Task QueryAsync(HttpContext context, RequestIds ids, bool frames)
    {
        FaultedRequest request = new(context, faults.Take(LocalRequestKind.Query));
        await request.BeforeBodyAsync().ConfigureAwait(false);
        RestRequest body = await RestRequest.ReadAsync(context).ConfigureAwait(false);
        request.AfterBody();
        RowSet rows = FirstRowRead(new QueryRunner(cluster).Run(body.Text, body.Database, body.Parameters));
        request.BeforeAnswer();
        await (frames
            ? V2Answer.WriteAsync(context, ids, rows, body.Fragmented, _options.TimeProvider.GetUtcNow().UtcDateTime)
            : V1Answer.WriteAsync(context, rows.Columns, rows.Rows)).ConfigureAwait(false);
    }

    private async Task IngestAsync(HttpContext context, RequestIds ids, string path)
    {
        FaultedRequest request = new(context, faults.Take(LocalRequestKind.Ingest));
        await request.BeforeBodyAsync().ConfigureAwait(false);
        StreamingRequest wanted = StreamingRequestOf(context, ids, path[IngestPath.Length..]);
        RequestBody body = await ReadRecordsAsync(context).ConfigureAwait(false);
        request.AfterBody();
        long records = _ingestion.Ingest(wanted, body).Count;
        request.BeforeAnswer();
        await V1Answer.WriteAsync(context, new ResultTable(s_ingested, [[records, "Inactive", "Unknown", null]]))
            .ConfigureAwait(false);
    }

    // Either the records, or where a blob of them is.
    private async Task<RequestBody> ReadRecordsAsync(HttpContext context)
    {
        Stream records = context.Request.Body;
        string location = "";
        if (string.Equals(context.Request.Query["sourceKind"], "uri", StringComparison.OrdinalIgnoreCase))
        {
            using JsonDocument body = await JsonDocument
                .ParseAsync(records, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            Uri blob = Uri.TryCreate(SourceProperties.Text(body.RootElement, "sourceUri"), UriKind.Absolute, out Uri? address)
                && _management is not null
                ? address
                : throw Refusal.BadFormat("BadRequest_InvalidBlobUri", "The body names no blob by an absolute sourceUri.");
            ReadOnlyMemory<byte> staged =
                await _management.Storage.ReadBlobAsync(blob, context.RequestAborted).ConfigureAwait(false);
            location = blob.GetLeftPart(UriPartial.Path);
            records = new MemoryStream(staged.ToArray(), writable: false);
        }

        RequestBody read = await RequestBody
            .ReadAsync(records, _options.MaxStreamingRequestBytes, context.RequestAborted).ConfigureAwait(false);
        return read with { Location = location };
    }

    private static StreamingRequest StreamingRequestOf(HttpContext context, RequestIds ids, string entity)
    {
        string[] names = entity.Split('/');
        if (names is not [{ Length: > 0 } database, { Length: > 0 } table])
        {
            throw Refusal.PathNotFound("POST", context.Request.Path);
        }

        IQueryCollection query = context.Request.Query;
        return new StreamingRequest(database, table, query["streamFormat"], query["mappingName"], ids.Client);
    }

    // What is wrong shows when the first row is worked out: before the answer has begun, it can still be an error.
    private static RowSet FirstRowRead(RowSet rows)
    {
        IEnumerator<Row> source = rows.Rows.GetEnumerator();
        bool any = source.MoveNext();
        IEnumerable<Row> All()
        {
            using (source)
            {
                for (bool more = any; more; more = source.MoveNext())
                {
                    yield return source.Current;
                }
            }
        }

        return rows with { Rows = All() };
    }

    private static RequestRefusedException Internal(Exception exception) =>
        new(
            StatusCodes.Status500InternalServerError,
            "General_InternalServerError",
            exception.GetType().FullName ?? "",
            "The local endpoint has a defect of its own: " + exception,
            permanent: false);
}
