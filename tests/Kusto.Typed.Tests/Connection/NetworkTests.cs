using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

/// <summary>What only a real connection shows; it goes no further than loopback.</summary>
public sealed class NetworkTests
{
    private static readonly string s_version = V1.Table(["BuildVersion"], ["\"1.0\""]);

    [Fact]
    public async Task CompressedAnswerIsRead()
    {
        MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(s_version));
        }

        string head = $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {compressed.Length}\r\n\r\n";
        (KustoCommandResult result, string request) =
            await AskAsync([.. Encoding.ASCII.GetBytes(head), .. compressed.ToArray()]);

        result.Rows[0].GetString("BuildVersion").ShouldBe("1.0");
        request.ShouldContain("Accept-Encoding: gzip, deflate");
        request.ShouldContain("Content-Length: ");
    }

    [Fact]
    public async Task TornAnswerIsAFailureOfUnknownOutcome()
    {
        string cut = $"HTTP/1.1 200 OK\r\nContent-Length: {s_version.Length}\r\n\r\n{s_version[..20]}";

        (await Should.ThrowAsync<KustoServiceException>(() => AskAsync(Encoding.ASCII.GetBytes(cut))))
            .IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task ConnectionThatIsClosedWithoutAnAnswerIsAFailureOfUnknownOutcome()
    {
        var failure = await Should.ThrowAsync<KustoServiceException>(() => AskAsync([]));

        failure.Status.ShouldBe(0);
        failure.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task RefusedConnectionIsAFailureOfKnownOutcome()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        FakeClock clock = new();
        await using KustoConnection kusto = new($"http://127.0.0.1:{port}", new KustoConnectionOptions { TimeProvider = clock });

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync(null, ".show version"));

        failure.Status.ShouldBe(0);
        failure.IsOutcomeUnknown.ShouldBeFalse();
        failure.IsPermanent.ShouldBeFalse();
        failure.Message.ShouldStartWith("No connection could be made (127.0.0.1)");
        clock.Waits.Count.ShouldBe(3);
    }

    // Reads one request to the end of its body, answers and hangs up.
    private static async Task<(KustoCommandResult Result, string Request)> AskAsync(byte[] answer)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using KustoConnection kusto = new($"http://127.0.0.1:{port}", new KustoConnectionOptions { TimeProvider = new FakeClock() });
        Task<KustoCommandResult> asking = kusto.ExecuteCommandAsync(null, ".show version").AsTask();
        StringBuilder request = new();
        using (TcpClient client = await listener.AcceptTcpClientAsync())
        {
            byte[] bytes = new byte[4096];
            while (!request.ToString().Contains("}}}", StringComparison.Ordinal))
            {
                request.Append(Encoding.UTF8.GetString(bytes, 0, await client.GetStream().ReadAsync(bytes)));
            }

            listener.Stop(); // a second attempt is refused and does not wait
            await client.GetStream().WriteAsync(answer);
        }

        return (await asking, request.ToString());
    }
}
