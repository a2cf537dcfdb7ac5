using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Weather;

namespace Kusto.Typed.EndToEnd.Host;

/// <summary>Ingests and watches its own memory.</summary>
internal static class IngestProcess
{
    public static async Task<int> RunAsync(string uri, int rows)
    {
        await using KustoConnection kusto = new(uri);
        await kusto.Schema("Samples").ApplyAsync<StormEvent>();
        await using KustoIngestor ingestor = new(
            kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Streaming });
        Memory memory = new();
        IngestResult result = await ingestor.IngestAsync(StormEventSource.Take(rows), progress: memory);
        long counted = await kusto.QueryScalarAsync<long>("Samples", $"StormEvents | count");
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["rows"] = result.RowsAccepted,
            ["counted"] = counted,
            ["seconds"] = result.Elapsed.TotalSeconds,
            ["rawMegabytes"] = result.RawBytes / 1e6,
            ["batches"] = result.Batches.Count,
            ["workingSetAtFirstTenth"] = memory.WorkingSetUpTo(rows / 10),
            ["workingSetPeak"] = memory.WorkingSetUpTo(rows),
            ["heapAtFirstTenth"] = memory.HeapUpTo(rows / 10),
            ["heapPeak"] = memory.HeapUpTo(rows),
            ["allocatedPerRow"] = (double)GC.GetTotalAllocatedBytes() / rows,
        }));
        return counted == rows ? 0 : 1;
    }

    /// <summary>Looks at the memory each time a batch was accepted.</summary>
    private sealed class Memory : IProgress<IngestProgress>
    {
        private readonly List<(long Rows, double WorkingSet, double Heap)> _looks = [];

        public void Report(IngestProgress value)
        {
            using Process process = Process.GetCurrentProcess();
            _looks.Add((value.RowsAccepted, process.WorkingSet64 / 1e6, GC.GetTotalMemory(false) / 1e6));
        }

        /// <summary>The most, in megabytes, until so many rows were accepted.</summary>
        public double WorkingSetUpTo(int rows) => _looks.Where(look => look.Rows <= rows).Max(look => look.WorkingSet);

        public double HeapUpTo(int rows) => _looks.Where(look => look.Rows <= rows).Max(look => look.Heap);
    }
}
