using System.Text.Json;

namespace Kusto.Typed.Connection;

/// <summary>Asks a cluster once, without a token, how its users sign in.</summary>
internal sealed class CloudMetadataClient(RequestSender anonymous, Uri engine)
{
    private const int MaxBytes = 64 * 1024;

    private static readonly KustoRequest s_request = new()
    {
        Method = HttpMethod.Get,
        Path = "v1/rest/auth/metadata",
        RequestKind = "KTC.metadata",
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly object _gate = new();
    private Task<CloudMetadata>? _asking;

    /// <exception cref="KustoServiceException">The cluster did not answer; the next call asks again.</exception>
    public Task<CloudMetadata> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Shared by all who wait for it, so no one's cancellation ends it.
            _asking = _asking is null or { IsFaulted: true } or { IsCanceled: true } ? AskAsync() : _asking;
            return _asking.WaitAsync(cancellationToken);
        }
    }

    private async Task<CloudMetadata> AskAsync()
    {
        try
        {
            using KustoResponse response = await anonymous
                .SendAsync(new Uri(engine, s_request.Path), s_request, CancellationToken.None).ConfigureAwait(false);
            byte[] bytes = new byte[MaxBytes];
            int length = await response.Content
                .ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, CancellationToken.None)
                .ConfigureAwait(false);
            return CloudMetadata.Parse(bytes.AsMemory(0, length));
        }
        catch (KustoServiceException failure) when (failure.Status == 404)
        {
            return CloudMetadata.Default;
        }
        catch (JsonException)
        {
            throw new KustoTypedException(
                $"{engine.Host} does not say as JSON how to sign in (v1/rest/auth/metadata); is it a Kusto cluster?");
        }
    }
}
