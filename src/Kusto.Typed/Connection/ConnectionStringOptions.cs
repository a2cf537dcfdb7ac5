using Azure.Core;

namespace Kusto.Typed.Connection;

/// <summary>What the keywords of a connection string say of the connection.</summary>
internal static class ConnectionStringOptions
{
    /// <summary>The options; what they leave open is as the string says.</summary>
    public static KustoConnectionOptions Of(ConnectionString text, KustoConnectionOptions options) => options with
    {
        Application = options.Application ?? text[ConnectionStringKeyword.TraceApplication],
        User = options.User ?? text[ConnectionStringKeyword.TraceUser],
        ClientVersion = options.ClientVersion ?? text[ConnectionStringKeyword.TraceVersion],
    };

    /// <exception cref="ArgumentException">The address is none of a cluster, or two databases are named.</exception>
    public static ClusterEndpoints Endpoints(ConnectionString text)
    {
        ClusterEndpoints endpoints = ClusterEndpoints.Of(text[ConnectionStringKeyword.DataSource] ?? "");
        string? catalog = text[ConnectionStringKeyword.InitialCatalog];
        return endpoints.Database is { } named && catalog is not null && catalog != named
            ? throw ConnectionString.Wrong(
                $"its address names the database '{named}' and its Initial Catalog '{catalog}'; leave one.")
            : endpoints with { Database = catalog ?? endpoints.Database };
    }

    /// <summary>
    /// The credential that was passed, or the one that the string describes; null where there is none.
    /// </summary>
    /// <exception cref="ArgumentException">There are two.</exception>
    public static TokenCredential? Credential(ConnectionString text, Uri engine, TokenCredential? passed)
    {
        Uri authorityHost = KustoCloud.OfHost(engine.IdnHost)?.LoginEndpoint ?? KustoCloud.DefaultLoginEndpoint;
        TokenCredential? described = ConnectionStringCredential.Of(text, authorityHost);
        return passed is not null && described is not null
            ? throw ConnectionString.Wrong("it describes a credential, and another one is passed; leave one.")
            : passed ?? described;
    }
}
