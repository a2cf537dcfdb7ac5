using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>Microsoft's own Node client in a process of its own, which sends finished CSV.</summary>
internal sealed class NodeClient : IDisposable
{
    private readonly Process _process;
    private readonly string _file;

    private NodeClient(Process process, string file)
    {
        _process = process;
        _file = file;
    }

    /// <summary>The client's name and version.</summary>
    public static string Version
    {
        get
        {
            const string Client = "azure-kusto-ingest";
            JsonNode package = JsonNode.Parse(File.ReadAllText(RepositoryFolder.PathOf("tests", "node", "package.json")))!;
            return $"{Client} {package["dependencies"]![Client]}";
        }
    }

    /// <summary>Starts it; null where it is not installed, and why.</summary>
    /// <param name="server">Whom it sends to.</param>
    /// <param name="csv">The records.</param>
    /// <param name="repeats">How often it sends them in a round.</param>
    /// <param name="missing">What is missing; empty where nothing is.</param>
    public static NodeClient? TryStart(Uri server, ReadOnlySpan<byte> csv, int repeats, out string missing)
    {
        string packages = RepositoryFolder.PathOf("tests", "node");
        missing = Directory.Exists(Path.Combine(packages, "node_modules")) ? "" : "run 'npm ci' in tests/node first";
        if (missing.Length > 0)
        {
            return null;
        }

        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, csv);
        try
        {
            return new NodeClient(Start(packages, server, file, repeats), file);
        }
        catch (Win32Exception)
        {
            File.Delete(file);
            missing = "there is no 'node' on the path";
            return null;
        }
    }

    /// <summary>Sends everything.</summary>
    /// <returns>The seconds of CPU that it took over there.</returns>
    public async Task<double> SendAsync()
    {
        await _process.StandardInput.WriteLineAsync("go");
        string line = await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The Node client ended; what it says is above.");
        return double.Parse(line, CultureInfo.InvariantCulture) / 1e6;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    private static Process Start(string packages, Uri server, string file, int repeats)
    {
        string script = RepositoryFolder.PathOf("benchmarks", "Kusto.Typed.Benchmarks", "Whole", "node-client.mjs");
        string[] arguments =
            [script, packages, server.AbsoluteUri.TrimEnd('/'), file, repeats.ToString(CultureInfo.InvariantCulture)];
        Process process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return process.StandardOutput.ReadLine() == "ready"
            ? process
            : throw new InvalidOperationException("The Node client did not start; what it says is above.");
    }
}
