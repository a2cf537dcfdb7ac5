using Azure.Core;

namespace Kusto.Typed.Tests.Connection;

/// <summary>A credential whose token is easily found where it does not belong.</summary>
internal sealed class PlantedCredential(Exception? failure = null) : TokenCredential
{
    public const string Token = "PLANTEDTOKEN";

    public List<TokenRequestContext> Requests { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Requests.Add(requestContext);
        return failure is null
            ? new AccessToken($"{Token}{Requests.Count}", DateTimeOffset.MaxValue)
            : throw failure;
    }

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
