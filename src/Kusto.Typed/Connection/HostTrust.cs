namespace Kusto.Typed.Connection;

/// <summary>Which hosts may be sent a token, and which requests may leave at all.</summary>
internal sealed class HostTrust(IReadOnlyCollection<string> added)
{
    /// <summary>Judges an address before anything is sent to it.</summary>
    /// <exception cref="ArgumentException">The address may not be used so.</exception>
    public void Check(Uri engine, bool hasCredential, bool allowInsecureHttp)
    {
        bool isHttps = engine.Scheme == Uri.UriSchemeHttps;
        bool isLoopback = ClusterEndpoints.IsLoopback(engine);
        if (!isHttps && hasCredential)
        {
            throw new ArgumentException(
                $"{engine.Host} is addressed by plain http, which never carries a credential; use https, or leave the "
                + "credential out.");
        }

        if (!isHttps && !isLoopback && !allowInsecureHttp)
        {
            throw new ArgumentException(
                $"{engine.Host} is addressed by plain http and is not this machine; use https, or for an emulator set "
                + $"{nameof(KustoConnectionOptions)}.{nameof(KustoConnectionOptions.AllowInsecureHttp)}.");
        }

        if (isHttps && !isLoopback && !hasCredential)
        {
            throw new ArgumentException(
                $"{engine.Host} needs a credential; pass a TokenCredential such as new DefaultAzureCredential(), or a "
                + "connection string with AAD Federated Security=true or an application's id and key.");
        }

        if (hasCredential && !IsTrusted(engine))
        {
            throw Untrusted(engine.Host);
        }
    }

    /// <summary>True for this machine, for what the user added, and for the hosts of every cloud.</summary>
    public bool IsTrusted(Uri address) =>
        ClusterEndpoints.IsLoopback(address) || IsAdded(address.IdnHost) || KustoCloud.OfHost(address.IdnHost) is not null;

    /// <summary>The same, of the one cloud that the host itself says it belongs to.</summary>
    public bool IsTrusted(Uri address, Uri loginEndpoint) =>
        ClusterEndpoints.IsLoopback(address)
        || IsAdded(address.IdnHost)
        || (KustoCloud.OfLogin(loginEndpoint)?.Has(address.IdnHost) ?? false);

    public static ArgumentException Untrusted(string host) => new(
        $"{host} is no known host of Kusto, and a token is sent to no other; if it is yours, add it to "
        + $"{nameof(KustoConnectionOptions)}.{nameof(KustoConnectionOptions.TrustedHosts)}.");

    private bool IsAdded(string host) => added.Any(known => known.StartsWith('.')
        ? host.EndsWith(known, StringComparison.OrdinalIgnoreCase)
        : host.Equals(known, StringComparison.OrdinalIgnoreCase)
            || host.Equals($"ingest-{known}", StringComparison.OrdinalIgnoreCase));
}
