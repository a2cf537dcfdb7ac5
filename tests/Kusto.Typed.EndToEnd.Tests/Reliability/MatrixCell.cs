using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Reliability;

/// <summary>One fault and one route, run with many seeds: what the receipts say against what the table has.</summary>
internal sealed class MatrixCell(
    string fault, MatrixRoute route, bool isIdempotent, Func<KustoConnection, IBatchRoute>? mutant = null)
{
    private const int Rows = 400;

    private static readonly KustoConnectionOptions s_impatient = new()
    {
        Retry = new KustoRetryOptions { MaxAttempts = 3, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    };

    private readonly List<string> _violations = [];
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    public static IngestTarget Target { get; } = new("Samples", MeasurementTable.Schema);

    /// <summary>What was not as the receipts say.</summary>
    public IReadOnlyList<string> Violations => _violations;

    public int Fired { get; private set; }

    /// <summary>How many batches ended so.</summary>
    public int Count(string outcome) => _outcomes.GetValueOrDefault(outcome);

    /// <summary>Runs all seeds.</summary>
    /// <param name="seeds">How many.</param>
    /// <param name="lie">What is done to each result before it is believed; null: nothing.</param>
    public async Task<MatrixCell> RunAsync(int seeds, Func<BatchReceipt, BatchReceipt>? lie = null)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri, s_impatient);
        await kusto.Schema("Samples").ApplyAsync<Measurement>();
        for (int seed = 0; seed < seeds; seed++)
        {
            IReadOnlyList<LocalFaultRule> rules = FaultMatrix.Plant(local.Faults, fault, route, seed);
            IReadOnlyList<BatchReceipt> batches = await IngestAsync(kusto, seed);
            Fired += rules.Sum(rule => rule.Fired);
            local.Faults.Clear();
            await local.SettleAsync();
            Check(seed, [.. batches.Select(batch => lie?.Invoke(batch) ?? batch)], local);
            if (isIdempotent)
            {
                await IngestAsync(kusto, seed);
                await local.SettleAsync();
                CheckEquality(seed, local);
            }

            local.Database("Samples").Run(".clear table Measurements data");
        }

        return this;
    }

    private async Task<IReadOnlyList<BatchReceipt>> IngestAsync(KustoConnection kusto, int seed)
    {
        await using KustoIngestor ingestor = new(kusto, "Samples", Options());
        try
        {
            if (mutant is not null)
            {
                using IngestRun<Measurement, Measurement> run = new(
                    Target, mutant(kusto), Options(), TimeProvider.System, progress: null, CancellationToken.None);
                return (await run.RunAsync(Measurement.Take(Rows))).Batches;
            }

            return (await ingestor.IngestAsync(Measurement.Take(Rows), properties: Properties(seed))).Batches;
        }
        catch (KustoIngestException failure)
        {
            return failure.Result.Batches;
        }
    }

    private KustoIngestOptions Options() => new()
    {
        Route = route switch
        {
            MatrixRoute.Streaming => IngestRoute.Streaming,
            MatrixRoute.Managed => IngestRoute.Managed,
            MatrixRoute.Inline => IngestRoute.Inline,
            _ => IngestRoute.Queued,
        },
        QueuedProtocol = route == MatrixRoute.QueuedByQueue ? QueuedProtocol.StorageQueue : QueuedProtocol.Rest,
        MaxStreamingBatchBytes = route == MatrixRoute.Managed ? 4_000_000 : 1_000,
        MaxQueuedBatchBytes = route == MatrixRoute.Managed ? 4_000_000 : 1_000,
        MaxInlineBatchBytes = 1_000,
        MaxBatchesInFlight = 1,
    };

    private IngestProperties? Properties(int seed) =>
        !isIdempotent ? null
        : route == MatrixRoute.Inline ? new InlineIngestProperties { IdempotencyKey = $"seed {seed}" }
        : new QueuedIngestProperties { IdempotencyKey = $"seed {seed}" };

    private void Check(int seed, IReadOnlyList<BatchReceipt> batches, LocalKusto local)
    {
        int[] there = new int[Rows];
        foreach (Measurement row in local.Database("Samples").Rows<Measurement>("Measurements"))
        {
            there[row.Number]++;
        }

        if (batches.Sum(batch => batch.RowCount) is var accounted && accounted < Rows && batches.All(batch => batch.Outcome == BatchOutcome.Accepted))
        {
            _violations.Add($"seed {seed}: {accounted} of {Rows} rows are in batches, and all batches were accepted");
        }

        foreach (BatchReceipt batch in batches)
        {
            string outcome = batch.Outcome + (batch.MayBeDuplicated ? " MayBeDuplicated" : "");
            _outcomes[outcome] = Count(outcome) + 1;
            int[] counts = [.. there.AsSpan((int)batch.FirstRowIndex, batch.RowCount).ToArray().Distinct()];
            if (!FaultMatrix.IsDoubtful(fault) && (batch.Outcome == BatchOutcome.Unknown || batch.MayBeDuplicated))
            {
                _violations.Add($"seed {seed}: a batch is {outcome}, which the fault gives no reason for");
            }

            if (counts.Length != 1 || !IsAsSaid(batch, counts[0]))
            {
                _violations.Add($"seed {seed}: a batch that is {outcome} has its rows {string.Join(" or ", counts)} times in the table");
            }
        }
    }

    private bool IsAsSaid(BatchReceipt batch, int times) => (batch.Outcome, batch.MayBeDuplicated) switch
    {
        // What the storage doubles nobody told the client; only an idempotent batch is safe from it.
        (BatchOutcome.Accepted, false) when fault == "message delivered twice" && !isIdempotent => times is 1 or 2,
        (BatchOutcome.Accepted, false) => times == 1,
        (BatchOutcome.Accepted, true) => times >= 1,
        (BatchOutcome.NotAccepted, _) => times == 0,
        _ => true,
    };

    // Without faults once more: whatever the first run left undone is done, and nothing is there twice.
    private void CheckEquality(int seed, LocalKusto local)
    {
        int[] numbers = [.. local.Database("Samples").Rows<Measurement>("Measurements").Select(row => row.Number).Order()];
        if (!numbers.SequenceEqual(Enumerable.Range(0, Rows)))
        {
            _violations.Add($"seed {seed}: after a second run the table has {numbers.Length} rows, {numbers.Distinct().Count()} of them distinct, of {Rows}");
        }
    }
}
