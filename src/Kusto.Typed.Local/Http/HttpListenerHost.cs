using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kusto.Typed.Local.Http;

/// <summary>
/// Kestrel alone, without the host around it: no configuration, no logs, no signals, and a start in no time.
/// </summary>
internal sealed class HttpListenerHost : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly Endpoint _endpoint;
    private readonly List<KestrelServer> _servers = [];

    private HttpListenerHost(Endpoint endpoint) => _endpoint = endpoint;

    /// <summary>The port on 127.0.0.1, and on ::1 where the machine lets us have it.</summary>
    public int Port { get; private set; }

    public static async Task<HttpListenerHost> StartAsync(
        int port, Endpoint endpoint, CancellationToken cancellationToken)
    {
        HttpListenerHost host = new(endpoint);
        KestrelServer server = await host.ListenAsync(IPAddress.Loopback, port, cancellationToken).ConfigureAwait(false);
        string address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        host.Port = new Uri(address).Port;
        await host.TryListenOnIPv6Async(cancellationToken).ConfigureAwait(false);
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
        foreach (KestrelServer server in _servers)
        {
            await server.StopAsync(now.Token).ConfigureAwait(false);
            server.Dispose();
        }
    }

    // "localhost" is ::1 first for many clients, and some systems let them wait a second before they try 127.0.0.1.
    private async Task TryListenOnIPv6Async(CancellationToken cancellationToken)
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        try
        {
            _ = await ListenAsync(IPAddress.IPv6Loopback, Port, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Then 127.0.0.1 is all there is, and the address leads there too.
        }
    }

    private async Task<KestrelServer> ListenAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        KestrelServerOptions options = new() { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Listen(address, port);
        KestrelServer server = new(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(this, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        _servers.Add(server);
        return server;
    }
}
