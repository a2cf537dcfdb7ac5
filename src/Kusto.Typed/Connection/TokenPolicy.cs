using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Kusto.Typed.Connection;

/// <summary>Adds the token to a request, if its host may have it.</summary>
internal sealed class TokenPolicy(TokenCredential credential, CloudMetadataClient metadata, HostTrust trust)
    : BearerTokenAuthenticationPolicy(credential, CloudMetadata.Default.Scope)
{
    protected override ValueTask AuthorizeRequestAsync(HttpMessage message) => AuthorizeAsync(message, claims: null);

    protected override void AuthorizeRequest(HttpMessage message) =>
        throw new NotSupportedException("Requests are only sent asynchronously.");

    /// <summary>A policy of the tenant that came into force asks for another token at once.</summary>
    protected override async ValueTask<bool> AuthorizeRequestOnChallengeAsync(HttpMessage message)
    {
        if (Claims(message.Response) is not { } claims)
        {
            return false;
        }

        await AuthorizeAsync(message, claims).ConfigureAwait(false);
        return true;
    }

    private async ValueTask AuthorizeAsync(HttpMessage message, string? claims)
    {
        Uri address = message.Request.Uri.ToUri();
        if (!trust.IsTrusted(address))
        {
            throw Refused(address);
        }

        CloudMetadata cloud = await metadata.GetAsync(message.CancellationToken).ConfigureAwait(false);
        if (!trust.IsTrusted(address, cloud.LoginEndpoint))
        {
            throw Refused(address);
        }

        TokenRequestContext context = new([cloud.Scope], message.Request.ClientRequestId, claims, isCaeEnabled: true);
        try
        {
            await AuthenticateAndAuthorizeRequestAsync(message, context).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ServiceFailure.NoToken(address.Host, new RequestIds(message.Request.ClientRequestId, null), exception);
        }
    }

    private static KustoTypedException Refused(Uri address) => new(HostTrust.Untrusted(address.Host).Message);

    // WWW-Authenticate: Bearer …, error="insufficient_claims", claims="base64"
    private static string? Claims(Response response)
    {
        const string Opening = "claims=\"";
        string header = KustoResponse.Header(response, "WWW-Authenticate") ?? "";
        int start = header.IndexOf(Opening, StringComparison.OrdinalIgnoreCase);
        int end = start < 0 ? -1 : header.IndexOf('"', start + Opening.Length);
        if (end < 0 || !header.Contains("insufficient_claims", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        byte[] claims = new byte[header.Length];
        return Convert.TryFromBase64String(header[(start + Opening.Length)..end], claims, out int length)
            ? Encoding.UTF8.GetString(claims, 0, length)
            : null;
    }
}
