using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Kusto.Typed.Ingestion;

namespace Kusto.Typed.Tests.Ingestion;

/// <summary>A route that keeps what it is given, and answers as a test wants.</summary>
internal sealed class RecordingRoute(long maxBatchBytes = 4_000_000) : IBatchRoute
{
    private readonly ConcurrentDictionary<long, string> _batches = new();
    private int _inFlight;
    private int _mostInFlight;

    public IngestRoute Route => IngestRoute.Streaming;

    public BatchLimit Limit { get; } =
        new(maxBatchBytes, maxBatchBytes, nameof(KustoIngestOptions.MaxStreamingBatchBytes));

    /// <summary>What becomes of a batch; accepted at once where nothing is said.</summary>
    public Func<CsvBatch, CancellationToken, Task<BatchOutcome>> Answer { get; init; } =
        (_, _) => Task.FromResult(BatchOutcome.Accepted);

    public int MostInFlight => _mostInFlight;

    /// <summary>The CSV of the batches in the order of their rows.</summary>
    public IReadOnlyList<string> Batches => [.. _batches.OrderBy(batch => batch.Key).Select(batch => batch.Value)];

    public async Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken)
    {
        int inFlight = Interlocked.Increment(ref _inFlight);
        InterlockedMax(ref _mostInFlight, inFlight);
        _batches[batch.Rows.FirstRowIndex] = await TextAsync(batch);
        BatchOutcome outcome = await Answer(batch, cancellationToken);
        Interlocked.Decrement(ref _inFlight);
        return new BatchReceipt
        {
            SourceId = batch.SourceId,
            FirstRowIndex = batch.Rows.FirstRowIndex,
            RowCount = batch.Rows.RowCount,
            ValuesReplaced = batch.Rows.ValuesReplaced,
            RawBytes = batch.Rows.RawBytes,
            CompressedBytes = batch.Length,
            Route = IngestRoute.Streaming,
            Outcome = outcome,
            Attempts = 1,
            Failure = outcome == BatchOutcome.Accepted ? null : new InvalidOperationException("The route refused."),
        };
    }

    private static async Task<string> TextAsync(CsvBatch batch)
    {
        using MemoryStream bytes = new();
        await batch.CopyToAsync(bytes, CancellationToken.None);
        bytes.Length.ShouldBe(batch.Length);
        bytes.Position = 0;
        using Stream content = batch.IsGzip ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using StreamReader reader = new(content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static void InterlockedMax(ref int place, int value)
    {
        int found;
        while ((found = Volatile.Read(ref place)) < value && Interlocked.CompareExchange(ref place, value, found) != found)
        {
        }
    }
}
