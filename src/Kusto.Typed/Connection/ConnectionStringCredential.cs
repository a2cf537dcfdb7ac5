using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace Kusto.Typed.Connection;

/// <summary>The credential that the keywords of a connection string describe.</summary>
internal static class ConnectionStringCredential
{
    // The public application of the Kusto tools, under which a person signs in.
    private const string KustoClientId = "db662dc1-0cfe-4e1c-a843-19a68e65be58";

    /// <returns>Null where the string describes none.</returns>
    /// <exception cref="ArgumentException">The keywords do not make up one credential.</exception>
    public static TokenCredential? Of(ConnectionString text, Uri authorityHost)
    {
        string? token = Single(text, ConnectionStringKeyword.ApplicationToken, ConnectionStringKeyword.UserToken);
        if (token is not null)
        {
            return new StaticTokenCredential(token);
        }

        if (text[ConnectionStringKeyword.ClientId] is { } clientId)
        {
            return Application(text, clientId, authorityHost);
        }

        if (Single(
            text,
            ConnectionStringKeyword.ClientKey,
            ConnectionStringKeyword.CertificateBlob,
            ConnectionStringKeyword.CertificateThumbprint) is not null)
        {
            throw ConnectionString.Wrong("it has an application's key or certificate but no Application Client Id.");
        }

        return text.Boolean(ConnectionStringKeyword.Federated) is true ? Person(text, authorityHost) : null;
    }

    private static TokenCredential Application(ConnectionString text, string clientId, Uri authorityHost)
    {
        string tenant = text[ConnectionStringKeyword.Authority]
            ?? throw ConnectionString.Wrong("an application signs in to a tenant: it lacks Authority Id.");
        _ = Single(
            text,
            ConnectionStringKeyword.ClientKey,
            ConnectionStringKeyword.CertificateBlob,
            ConnectionStringKeyword.CertificateThumbprint)
            ?? throw ConnectionString.Wrong(
                "it has an Application Client Id but no Application Key or Application Certificate; for a managed identity "
                + "pass a ManagedIdentityCredential.");
        if (text[ConnectionStringKeyword.ClientKey] is { } key)
        {
            return new ClientSecretCredential(
                tenant, clientId, key, new ClientSecretCredentialOptions { AuthorityHost = authorityHost });
        }

        return new ClientCertificateCredential(tenant, clientId, Certificate(text), new ClientCertificateCredentialOptions
        {
            AuthorityHost = authorityHost,
            SendCertificateChain = text.Boolean(ConnectionStringKeyword.SendChain) ?? false,
        });
    }

    private static InteractiveBrowserCredential Person(ConnectionString text, Uri authorityHost) =>
        new(new InteractiveBrowserCredentialOptions
        {
            AuthorityHost = authorityHost,
            ClientId = KustoClientId,
            TenantId = text[ConnectionStringKeyword.Authority] ?? "organizations",
            LoginHint = text[ConnectionStringKeyword.User],
        });

    private static X509Certificate2 Certificate(ConnectionString text) =>
        text[ConnectionStringKeyword.CertificateBlob] is { } blob
            ? FromBlob(blob)
            : FromStore(text[ConnectionStringKeyword.CertificateThumbprint] ?? "");

    private static X509Certificate2 FromBlob(string blob)
    {
        try
        {
#if NET9_0_OR_GREATER
            return X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(blob), password: null);
#else
            return new X509Certificate2(Convert.FromBase64String(blob));
#endif
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw ConnectionString.Wrong("the Application Certificate Blob is no PKCS #12 file as base64.");
        }
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (StoreLocation location in (ReadOnlySpan<StoreLocation>)[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            using X509Store store = new(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                continue; // not every system has both stores
            }

            X509Certificate2Collection found =
                store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
            if (found.Count > 0)
            {
                return found[0];
            }
        }

        throw ConnectionString.Wrong(
            "no certificate of that Application Certificate Thumbprint is in the personal store of the user or machine.");
    }

    private static string? Single(ConnectionString text, params ReadOnlySpan<ConnectionStringKeyword> keywords)
    {
        ConnectionStringKeyword? found = null;
        foreach (ConnectionStringKeyword keyword in keywords)
        {
            if (text[keyword] is null)
            {
                continue;
            }

            found = found is null
                ? keyword
                : throw ConnectionString.Wrong($"it has both '{found.Name}' and '{keyword.Name}'; leave one.");
        }

        return found is null ? null : text[found];
    }
}
