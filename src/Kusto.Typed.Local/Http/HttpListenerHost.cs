using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kusto.Typed.Local.Http;

/// <summary>Kestrel alone, without the host around it: no configuration, no logs, no signals, and a start in no time.</summary>
internal sealed class HttpListenerHost : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly Endpoint _endpoint;
    private readonly KestrelServer _server;

    private HttpListenerHost(int port, Endpoint endpoint)
    {
        _endpoint = endpoint;
        KestrelServerOptions options = new() { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Listen(IPAddress.Loopback, port);
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    public static async Task<HttpListenerHost> StartAsync(
        int port, Endpoint endpoint, CancellationToken cancellationToken)
    {
        HttpListenerHost host = new(port, endpoint);
        try
        {
            await host._server.StartAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            host._server.Dispose();
            throw;
        }

        string address = host._server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        host.Port = new Uri(address).Port;
        return host;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => _endpoint.ServeAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        // A request that a fault holds back would be waited for: whoever stops the endpoint wants it stopped.
        using CancellationTokenSource now = new();
        await now.CancelAsync().ConfigureAwait(false);
        await _server.StopAsync(now.Token).ConfigureAwait(false);
        _server.Dispose();
    }
}
