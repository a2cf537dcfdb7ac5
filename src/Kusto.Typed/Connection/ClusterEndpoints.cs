using System.Net;

namespace Kusto.Typed.Connection;

/// <summary>
/// The two endpoints of a cluster, each found from the other, and the database that an address names.
/// </summary>
internal sealed record ClusterEndpoints(Uri Engine, Uri Ingest, string? Database)
{
    private const string IngestPrefix = "ingest-";

    /// <exception cref="ArgumentException">The address is none of a cluster.</exception>
    public static ClusterEndpoints Of(string address)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri)
            || !(uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            || uri.Host.Length == 0)
        {
            throw ConnectionString.Wrong(
                "the address of the cluster is no absolute http or https URI; expected one such as "
                + "https://mycluster.westus.kusto.windows.net.");
        }

        return Of(uri);
    }

    /// <exception cref="ArgumentException">The address is none of a cluster.</exception>
    private static ClusterEndpoints Of(Uri uri)
    {
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw ConnectionString.Wrong(
                $"the address of {uri.Host} has a user, a query or a fragment; expected scheme, host, port and at most "
                + "the name of a database as its path.");
        }

        Uri engine = WithFirstLabel(uri, label => label.StartsWith(IngestPrefix, StringComparison.OrdinalIgnoreCase)
            ? label[IngestPrefix.Length..]
            : label);
        return new ClusterEndpoints(
            engine, WithFirstLabel(engine, label => IngestPrefix + label), DatabaseOf(uri));
    }

    public static bool IsLoopback(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));

    // Only the first label of the host tells the endpoints apart: 'ingest-' elsewhere is part of somebody's name.
    private static Uri WithFirstLabel(Uri uri, Func<string, string> change)
    {
        string host = uri.IdnHost;
        int dot = host.IndexOf('.', StringComparison.Ordinal);
        UriBuilder builder = new(uri.Scheme, host, uri.IsDefaultPort ? -1 : uri.Port);
        if (!HasOneEndpoint(uri) && dot > 0 && change(host[..dot]) is { Length: > 0 } label)
        {
            builder.Host = label + host[dot..];
        }

        return builder.Uri;
    }

    // A cluster is only found by https; plain http, an IP address or a bare name is an emulator with one port for all.
    private static bool HasOneEndpoint(Uri uri) =>
        uri.Scheme != Uri.UriSchemeHttps
        || uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        || uri.IdnHost.EndsWith("localhost", StringComparison.OrdinalIgnoreCase)
        || uri.IdnHost.Equals("onebox.dev.kusto.windows.net", StringComparison.OrdinalIgnoreCase);

    private static string? DatabaseOf(Uri uri)
    {
        string[] segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length switch
        {
            0 => null,
            1 => Uri.UnescapeDataString(segments[0]),
            _ => throw ConnectionString.Wrong(
                $"the address of {uri.Host} has a path of {segments.Length} parts; expected none, or the name of a "
                + "database alone."),
        };
    }
}
