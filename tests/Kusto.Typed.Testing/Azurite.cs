using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kusto.Typed.Testing;

/// <summary>Microsoft's storage emulator, in memory, on free loopback ports, for as long as it is not disposed of.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The key of the emulator's account, which is public.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;

    private Azurite(Process process, int blobs, int queues, int tables)
    {
        _process = process;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blobs}/{Account};QueueEndpoint=http://127.0.0.1:{queues}/{Account};"
            + $"TableEndpoint=http://127.0.0.1:{tables}/{Account};";
    }

    /// <summary>How to reach its account.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts it and returns when all three services listen.</summary>
    /// <exception cref="InvalidOperationException">Node or the package is missing, or it ended at once.</exception>
    public static async Task<Azurite> StartAsync()
    {
        if (NodeScript.Missing is not null)
        {
            throw new InvalidOperationException(NodeScript.Missing);
        }

        int[] ports = FreePorts(3);
        ProcessStartInfo start = new(
            "node",
            [
                Repository.PathOf("tests", "node", "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--inMemoryPersistence", "--disableTelemetry",
                "--blobHost", "127.0.0.1", "--blobPort", $"{ports[0]}",
                "--queueHost", "127.0.0.1", "--queuePort", $"{ports[1]}",
                "--tableHost", "127.0.0.1", "--tablePort", $"{ports[2]}",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        for (int listening = 0; listening < ports.Length;)
        {
            string line = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false)
                ?? throw new InvalidOperationException(
                    "Azurite ended: " + await process.StandardError.ReadToEndAsync().ConfigureAwait(false));
            listening += line.Contains("successfully listening", StringComparison.Ordinal) ? 1 : 0;
        }

        // Whoever does not read it would hold it up.
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return new Azurite(process, ports[0], ports[1], ports[2]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
