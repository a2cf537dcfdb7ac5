using System.Text.Json;

namespace Kusto.Typed.EndToEnd.Host;

/// <summary>Queues many small rows in one call and watches its own managed heap.</summary>
internal static class QueueProcess
{
    public static async Task<int> RunAsync(string uri, int rows)
    {
        await using KustoConnection kusto = new(uri);
        await kusto.Schema("Samples").ApplyAsync<Telemetry>();
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Queued });
        using CancellationTokenSource done = new();
        Task<double> watching = WatchAsync(done.Token);
        IngestResult result = await ingestor.IngestAsync(Telemetry.Take(rows));
        await done.CancelAsync();
        double peak = await watching;
        await result.WaitUntilIngestedAsync();
        long counted = await kusto.QueryScalarAsync<long>("Samples", $"Telemetry | count");
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["rows"] = result.RowsAccepted,
            ["counted"] = counted,
            ["seconds"] = result.Elapsed.TotalSeconds,
            ["rawBytes"] = result.RawBytes,
            ["compressedMegabytes"] = result.CompressedBytes / 1e6,
            ["batches"] = result.Batches.Count,
            ["heapPeak"] = peak,
        }));
        return counted == rows ? 0 : 1;
    }

    // Often enough to see what a batch takes; the collector has not been asked, so garbage counts too.
    private static async Task<double> WatchAsync(CancellationToken stop)
    {
        double peak = 0;
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(20));
        while (!stop.IsCancellationRequested)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(false) / 1e6);
            try
            {
                await timer.WaitForNextTickAsync(stop);
            }
            catch (OperationCanceledException)
            {
                // Then it is over.
            }
        }

        return peak;
    }
}
