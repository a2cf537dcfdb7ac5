using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Kusto.Typed.Connection;

/// <summary>The HTTP client and the pipeline above it.</summary>
internal static class Transport
{
    public static HttpClient Client(KustoConnectionOptions options) =>
        new(options.MessageHandler ?? Handler(), disposeHandler: options.MessageHandler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <param name="client">Where requests go in the end.</param>
    /// <param name="policies">What is done to each request, such as adding a token.</param>
    public static HttpPipeline Pipeline(HttpClient client, HttpPipelinePolicy[] policies)
    {
        PipelineOptions options = new() { Transport = new HttpClientTransport(client) };

        // Only who made a body may send it again, and waits go by our clock.
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsTelemetryEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return HttpPipelineBuilder.Build(options, [], policies, new ResponseClassifier());
    }

    private static SocketsHttpHandler Handler() => new()
    {
        // A redirect could carry a token to a host that nobody has judged.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = int.MaxValue,
    };

    private sealed class PipelineOptions : ClientOptions;
}
