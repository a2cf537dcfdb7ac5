using Kusto.Typed.Connection;

namespace Kusto.Typed.Query;

/// <summary>Sends a query until its answer has begun well.</summary>
internal static class QuerySender
{
    // Asked for, so that rows come in pieces and not after all of them are known.
    private static readonly string[] s_frameOptions = ["results_v2_fragment_primary_tables"];

    /// <summary>Sends the query and reads to the first row or the end, again after failures that may pass.</summary>
    /// <remarks>A query changes nothing, so it may run twice; but no row that was handed out may come again.</remarks>
    public static async ValueTask<OpenResult> OpenAsync(
        KustoConnection connection,
        string? database,
        KustoQuery query,
        QueryProtocol protocol,
        CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            ResultReader? reader = null;
            try
            {
                reader = await SendAsync(connection, database, query, protocol, cancellationToken).ConfigureAwait(false);
                bool hasRow = await reader.ReadRowAsync(cancellationToken).ConfigureAwait(false);
                return new OpenResult(reader, hasRow);
            }
            catch (KustoServiceException failure) when (connection.Retry.DelayAfter(attempt, failure) is { } wait)
            {
                reader?.Dispose();
                delay = wait;
            }
            catch
            {
                reader?.Dispose();
                throw;
            }

            await connection.Retry.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<ResultReader> SendAsync(
        KustoConnection connection,
        string? database,
        KustoQuery query,
        QueryProtocol protocol,
        CancellationToken cancellationToken)
    {
        bool isFrames = protocol == QueryProtocol.V2;
        TimeSpan? serverTimeout = connection.Options.ServerTimeout;
        KustoRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = isFrames ? "v2/rest/query" : "v1/rest/query",
            Content = RequestBody.Of(
                database, query.Text, serverTimeout, isFrames ? s_frameOptions : [], query.Parameters),
            Timeout = RequestBody.ClientTimeout(serverTimeout, isQuery: true),
        };
        KustoResponse response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        JsonStream json = new(response.Content);
        return isFrames ? new FrameReader(response, json) : new TablesReader(response, json);
    }
}
