using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Reliability;

/// <summary>Nothing else rents buffers while it counts them.</summary>
[CollectionDefinition(nameof(CancellationTests), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>Cancelled at any point: the exception says what was sent, and no buffer is kept.</summary>
[Collection(nameof(CancellationTests))]
public sealed class CancellationTests
{
    private const int Rows = 3_000;
    private const int Seeds = 60;

    [Theory]
    [InlineData(IngestRoute.Streaming)]
    [InlineData(IngestRoute.Queued)]
    [InlineData(IngestRoute.Managed)]
    [InlineData(IngestRoute.Inline)]
    public async Task WhatWasSentIsSaidAndEveryBufferIsReturned(IngestRoute route)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        int cancelled = 0;
        using (RentedBuffers buffers = new())
        {
            for (int seed = 0; seed < Seeds; seed++)
            {
                // A table for each: what a client has given up may still arrive when the next one is at work.
                string table = $"Measurements{seed}";
                await kusto.Schema("Samples").ApplyAsync(MeasurementTable.Schema.WithName(table));
                IngestResult? result = await CancelledAsync(kusto, table, route, new Random(seed));
                cancelled += result is null ? 0 : 1;
                await local.SettleAsync();
                if (result is not null)
                {
                    Check(result, local, table);
                }
            }

            await buffers.AllReturnedAsync();
            buffers.Rented.ShouldBeGreaterThan(Seeds);
        }

        cancelled.ShouldBeGreaterThan(Seeds / 2);
    }

    // At a row that is read, or at a batch that was accepted, or while others are on their way.
    private static async Task<IngestResult?> CancelledAsync(
        KustoConnection kusto, string table, IngestRoute route, Random random)
    {
        using CancellationTokenSource source = new();
        int atRow = random.Next(Rows);
        int atBatch = random.Next(1, 12);
        bool byRow = random.Next(2) == 0;
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions
        {
            Route = route,
            MaxStreamingBatchBytes = 3_000,
            MaxQueuedBatchBytes = 3_000,
            MaxInlineBatchBytes = 3_000,
        });
        try
        {
            await ingestor.IngestAsync(
                Read(), table, progress: new Batches(accepted => Cancel(!byRow && accepted >= atBatch)), cancellationToken: source.Token);
            return null;
        }
        catch (KustoIngestCanceledException cancelled)
        {
            cancelled.CancellationToken.ShouldBe(source.Token);
            cancelled.Message.ShouldContain("So far: ");
            return cancelled.Result;
        }

        IEnumerable<Measurement> Read()
        {
            foreach (Measurement row in Measurement.Take(Rows))
            {
                Cancel(byRow && row.Number == atRow);
                yield return row;
            }
        }

        void Cancel(bool now)
        {
            if (now)
            {
                source.Cancel();
            }
        }
    }

    private static void Check(IngestResult result, LocalKusto local, string table)
    {
        int[] there = new int[Rows];
        foreach (Measurement row in local.Database("Samples").Rows<Measurement>(table))
        {
            there[row.Number]++;
        }

        foreach (BatchReceipt batch in result.Batches)
        {
            int[] counts = [.. there.AsSpan((int)batch.FirstRowIndex, batch.RowCount).ToArray().Distinct()];
            string what = $"{table}, rows from {batch.FirstRowIndex}, {batch.Outcome}";
            counts.Length.ShouldBe(1, what);
            (batch.Outcome switch
            {
                BatchOutcome.Accepted => counts[0] == 1,
                BatchOutcome.NotAccepted => counts[0] == 0,
                _ => counts[0] <= 1,
            }).ShouldBeTrue(what);
        }

        // No row is there that is in no batch.
        int submitted = result.Batches.Sum(batch => batch.RowCount);
        there.Skip(submitted).ShouldAllBe(count => count == 0);
    }

    private sealed class Batches(Action<int> accepted) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => accepted(value.BatchesAccepted);
    }

    /// <summary>Counts the large buffers that are rented from the shared pool and not returned.</summary>
    private sealed class RentedBuffers : EventListener
    {
        private const int Large = 256 * 1024;
        private const int RentedEvent = 1;
        private const int ReturnedEvent = 3;

        private readonly ConcurrentDictionary<int, int> _out = new();
        private int _rented;

        public int Rented => Volatile.Read(ref _rented);

        /// <summary>Waits for what is on its way back: a request that was given up lets go of its bytes when it notices.</summary>
        public async Task AllReturnedAsync()
        {
            using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
            while (!_out.IsEmpty && !patience.IsCancellationRequested)
            {
                await Task.Yield();
            }

            _out.ShouldBeEmpty();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        // bufferId, bufferSize, poolId, …
        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.Payload is not [int buffer, int size, ..] || size < Large)
            {
                return;
            }

            if (eventData.EventId == RentedEvent)
            {
                Interlocked.Increment(ref _rented);
                _out[buffer] = size;
            }
            else if (eventData.EventId == ReturnedEvent)
            {
                _out.TryRemove(buffer, out _);
            }
        }
    }
}
