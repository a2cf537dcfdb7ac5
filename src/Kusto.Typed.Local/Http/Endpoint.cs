using System.Text;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Query;
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
    private readonly LocalKustoOptions _options = cluster.Options;

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
        ResultTable table = new CommandRunner(cluster, _ingestion).Run(body.Text, body.Database, ids.Client);
        request.BeforeAnswer();
        await V1Answer.WriteAsync(context, table).ConfigureAwait(false);
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
        RequestBody body = await RequestBody
            .ReadAsync(context.Request.Body, _options.MaxStreamingRequestBytes, context.RequestAborted)
            .ConfigureAwait(false);
        request.AfterBody();
        long records = _ingestion.Ingest(wanted, body).Count;
        request.BeforeAnswer();
        await V1Answer.WriteAsync(context, new ResultTable(s_ingested, [[records, "Inactive", "Unknown", null]]))
            .ConfigureAwait(false);
    }

    private static StreamingRequest StreamingRequestOf(HttpContext context, RequestIds ids, string entity)
    {
        string[] names = entity.Split('/');
        if (names is not [{ Length: > 0 } database, { Length: > 0 } table])
        {
            throw Refusal.PathNotFound("POST", context.Request.Path);
        }

        IQueryCollection query = context.Request.Query;
        if (!string.IsNullOrEmpty(query["sourceKind"]))
        {
            throw Refusal.NotSupported(
                "The local endpoint fetches no blobs (sourceKind): put the records into the body of the request.");
        }

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
