using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Testing;
using Xunit.Abstractions;

namespace Kusto.Typed.EndToEnd.Tests;

/// <summary>Memory stays flat however many rows there are: client and endpoint in processes of their own.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task TenTimesTheRowsTakeNoMoreMemory()
    {
        const int Rows = 1_000_000;

        Dictionary<string, double> found = await FiguresAsync("ingest", Rows);

        found["counted"].ShouldBe(Rows);
        double raw = found["rawMegabytes"];
        (found["heapPeak"] - found["heapAtFirstTenth"]).ShouldBeLessThan(raw / 5);
        (found["workingSetPeak"] - found["workingSetAtFirstTenth"]).ShouldBeLessThan(raw / 5);
    }

    [Fact]
    public async Task TenMillionQueuedRowsTakeLittleMemory()
    {
        const int Rows = 10_000_000;

        Dictionary<string, double> found = await FiguresAsync("queue", Rows);

        found["counted"].ShouldBe(Rows);
        found["batches"].ShouldBeGreaterThan(5);
        found["heapPeak"].ShouldBeLessThan(200);
    }

    private async Task<Dictionary<string, double>> FiguresAsync(string work, int rows)
    {
        using Process endpoint = Start("endpoint");
        string uri = (await endpoint.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        using Process client = Start(work, uri, rows.ToString(CultureInfo.InvariantCulture));
        string figures = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        endpoint.StandardInput.Close();
        await endpoint.WaitForExitAsync();
        output.WriteLine(figures);
        client.ExitCode.ShouldBe(0);
        return JsonSerializer.Deserialize<Dictionary<string, double>>(figures)!;
    }

    private static Process Start(params string[] arguments)
    {
        // Of the same configuration as these tests.
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string host = Repository.PathOf(
            "tests", "Kusto.Typed.EndToEnd.Host", "bin", configuration, "net10.0", "Kusto.Typed.EndToEnd.Host.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [host, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }
}
