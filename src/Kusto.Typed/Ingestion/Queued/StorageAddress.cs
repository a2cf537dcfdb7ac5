namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Addresses of storage that a service names.</summary>
internal static class StorageAddress
{
    /// <summary>An address that rows may be sent to.</summary>
    /// <param name="text">What the service wrote.</param>
    /// <param name="endpoint">The service, itself addressed by https or not.</param>
    /// <exception cref="KustoTypedException">It is no address, or less safe than the service's own.</exception>
    public static Uri Checked(string? text, Uri endpoint)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            || !(address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
        {
            throw new KustoTypedException(
                $"{endpoint.Host} names storage for queued ingestion by something that is no http or https address.");
        }

        return address.Scheme == Uri.UriSchemeHttps || endpoint.Scheme != Uri.UriSchemeHttps
            ? address
            : throw new KustoTypedException(
                $"{endpoint.Host} names storage by plain http ({address.Host}); rows that came by https do not go there.");
    }
}
