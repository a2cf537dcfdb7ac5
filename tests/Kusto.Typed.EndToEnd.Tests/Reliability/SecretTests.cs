using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Reliability;

/// <summary>No key of storage and no identity token is in anything that is thrown, printed, logged or traced.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData(MatrixRoute.QueuedByRest)]
    [InlineData(MatrixRoute.QueuedByQueue)]
    [InlineData(MatrixRoute.Managed)]
    public async Task NothingShowsAKey(MatrixRoute route)
    {
        using Everything said = new();
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri, new KustoConnectionOptions
        {
            Retry = new KustoRetryOptions { MaxAttempts = 2, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        });
        await kusto.Schema("Samples").ApplyAsync<Measurement>();
        string token = (await kusto.ExecuteCommandAsync("Samples", ".get kusto identity token")).Rows[0].GetString("AuthorizationContext")!;
        foreach (string fault in FaultMatrix.Faults.Keys.Where(fault => FaultMatrix.Requests(fault, route).Count > 0))
        {
            foreach (LocalRequestKind kind in FaultMatrix.Requests(fault, route))
            {
                local.Faults.AddRule(FaultMatrix.Faults[fault]() with { Requests = kind }, 0.7, seed: 1);
            }

            for (int run = 0; run < 8; run++)
            {
                said.Add(await SaidAsync(kusto, route));
            }

            local.Faults.Clear();
        }

        local.ExpireStorageKeys();
        said.Add(await SaidAsync(kusto, route));
        await local.SettleAsync();
        said.Add(string.Join('\n', local.Database("Samples").IngestionFailures));

        said.Texts.Count.ShouldBeGreaterThan(20);
        said.Texts.Count(text => text.Contains("KustoIngestException", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
        said.Texts.Where(text => text.Contains("sig=", StringComparison.OrdinalIgnoreCase) && !text.Contains("sig=REDACTED", StringComparison.Ordinal))
            .ShouldBeEmpty();
        said.Texts.Where(text => text.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<string> SaidAsync(KustoConnection kusto, MatrixRoute route)
    {
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions
        {
            Route = route == MatrixRoute.Managed ? IngestRoute.Managed : IngestRoute.Queued,
            QueuedProtocol = route == MatrixRoute.QueuedByQueue ? QueuedProtocol.StorageQueue : QueuedProtocol.Rest,
        });
        try
        {
            return Shown(await ingestor.IngestAsync(Measurement.Take(5)));
        }
        catch (KustoIngestException failure)
        {
            return $"{failure}\n{Shown(failure.Result)}";
        }
    }

    private static string Shown(IngestResult result) =>
        $"{result}\n{result.ToJson()}\n{string.Join('\n', result.Batches.Select(batch => batch.ToString()))}";

    /// <summary>What was said by whoever says anything: Azure.Core's log, every activity, and what is added.</summary>
    private sealed class Everything : EventListener
    {
        private readonly ConcurrentQueue<string> _texts = new();
        private readonly ActivityListener _activities;

        public Everything()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => _texts.Enqueue(
                    $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
            };
            ActivitySource.AddActivityListener(_activities);
        }

        public IReadOnlyCollection<string> Texts => _texts;

        public void Add(string text) => _texts.Enqueue(text);

        public override void Dispose()
        {
            _activities.Dispose();
            base.Dispose();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("Azure", StringComparison.Ordinal))
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        // The base class calls back before this one's fields are there.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _texts?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? (IReadOnlyCollection<object?>)[])}");
    }
}
