using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Errors;

/// <summary>What a caller learns when ingestion goes wrong, against an endpoint that does go wrong.</summary>
public sealed class IngestionErrorTests
{
    private static readonly KustoIngestOptions s_small = new()
    {
        Route = IngestRoute.Streaming,
        MaxStreamingBatchBytes = 1_000,
        MaxBatchesInFlight = 1,
    };

    private static readonly KustoConnectionOptions s_impatient = new()
    {
        Retry = new KustoRetryOptions { MaxAttempts = 3, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    };

    [Fact]
    public async Task AnAddressWhereNobodyListensIsSaid()
    {
        LocalKusto local = await LocalKusto.StartAsync();
        Uri gone = local.Uri;
        await local.DisposeAsync();

        KustoIngestException failure = await FailureAsync(gone, Measurement.Take(10));

        KustoServiceException service = failure.InnerException.ShouldBeOfType<KustoServiceException>();
        service.Status.ShouldBe(0);
        service.Message.ShouldContain($"localhost:{gone.Port}");
        ShouldAccount(failure, accepted: 0, notAccepted: 10);
    }

    [Fact]
    public async Task ADatabaseThatIsNotThereIsSaid()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri, s_impatient);
        await using KustoIngestor ingestor = new(kusto, "Elsewhere", s_small);

        KustoIngestException failure =
            await Assert.ThrowsAsync<KustoIngestException>(() => ingestor.IngestAsync(Measurement.Take(10)));

        failure.Message.ShouldContain("Elsewhere");
        failure.InnerException.ShouldBeOfType<KustoServiceException>().IsPermanent.ShouldBeTrue();
        ShouldAccount(failure, accepted: 0, notAccepted: 10);
    }

    [Fact]
    public async Task ATableThatIsNotThereIsSaid()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();

        KustoIngestException failure = await FailureAsync(local.Uri, Measurement.Take(10));

        failure.Message.ShouldContain("Measurements");
        ShouldAccount(failure, accepted: 0, notAccepted: 10);
    }

    [Fact]
    public async Task ATableWithoutTheStreamingPolicyIsSaidWithWhatToDo()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri, s_impatient);
        await kusto.Schema("Samples").ApplyAsync<QuietMeasurement>();
        await using KustoIngestor ingestor = new(kusto, "Samples", s_small);

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(
            () => ingestor.IngestAsync([new QuietMeasurement(1, "one")]));

        failure.Message.ShouldContain("[KustoStreamingIngestion]");
        failure.InnerException.ShouldBeOfType<KustoServiceException>().Code.ShouldBe("BadRequest_StreamingIngestionPolicyNotEnabled");
        ShouldAccount(failure, accepted: 0, notAccepted: 1);
    }

    [Fact]
    public async Task AMappingThatIsNotThereIsSaidWithWhatToDo()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        local.Database("Samples").Run(MeasurementTable.CreateMergeCommand);
        local.Database("Samples").Run(".alter table Measurements policy streamingingestion enable");

        KustoIngestException failure = await FailureAsync(local.Uri, Measurement.Take(10));

        failure.Message.ShouldContain($"no CSV mapping '{MeasurementTable.MappingName}'");
        failure.Message.ShouldContain("ApplyAsync");
        ShouldAccount(failure, accepted: 0, notAccepted: 10);
    }

    [Fact]
    public async Task AnEndpointThatGoesHalfWayLeavesEveryRowAccountedFor()
    {
        LocalKusto local = await LocalKusto.StartAsync();
        await ApplyAsync(local);
        LocalDatabase database = local.Database("Samples");

        KustoIngestException failure = await FailureAsync(local.Uri, ThenGone());

        failure.InnerException.ShouldBeAssignableTo<KustoTypedException>();
        failure.Result.RowsAccepted.ShouldBeGreaterThan(0);
        (failure.Result.RowsNotAccepted + failure.Result.RowsUnknown).ShouldBeGreaterThan(0);
        failure.Result.RowsSubmitted.ShouldBe(
            failure.Result.RowsAccepted + failure.Result.RowsNotAccepted + failure.Result.RowsUnknown);
        database.CountRows("Measurements").ShouldBeInRange(
            failure.Result.RowsAccepted, failure.Result.RowsAccepted + failure.Result.RowsUnknown);

        IEnumerable<Measurement> ThenGone()
        {
            foreach (Measurement row in Measurement.Take(100_000))
            {
                if (row.Number == 5_000)
                {
                    local.DisposeAsync().AsTask().GetAwaiter().GetResult();
                }

                yield return row;
            }
        }
    }

    [Fact]
    public async Task CancellingLeavesEveryRowAccountedFor()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await ApplyAsync(local);
        using CancellationTokenSource cancellation = new();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri, s_impatient);
        await using KustoIngestor ingestor = new(kusto, "Samples", s_small);

        KustoIngestCanceledException canceled = await Assert.ThrowsAsync<KustoIngestCanceledException>(
            () => ingestor.IngestAsync(ThenCancelled(), cancellationToken: cancellation.Token));

        IngestResult result = canceled.Result;
        result.RowsAccepted.ShouldBeGreaterThan(0);
        result.RowsSubmitted.ShouldBe(result.RowsAccepted + result.RowsNotAccepted + result.RowsUnknown);
        local.Database("Samples").CountRows("Measurements")
            .ShouldBeInRange(result.RowsAccepted, result.RowsAccepted + result.RowsUnknown);

        IEnumerable<Measurement> ThenCancelled()
        {
            foreach (Measurement row in Measurement.Take(100_000))
            {
                if (row.Number == 5_000)
                {
                    cancellation.Cancel();
                }

                yield return row;
            }
        }
    }

    [Theory]
    [InlineData(LocalFaultMoment.BeforeBody)]
    [InlineData(LocalFaultMoment.AfterBody)]
    [InlineData(LocalFaultMoment.BeforeAnswer)]
    public async Task AConnectionThatClosesIsFollowedByTheSameBatch(LocalFaultMoment moment)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await ApplyAsync(local);
        local.Faults.Add(LocalFault.CloseConnection(moment));

        IngestResult result = await IngestAsync(local.Uri, Measurement.Take(10));

        BatchReceipt batch = result.Batches.ShouldHaveSingleItem();
        batch.Outcome.ShouldBe(BatchOutcome.Accepted);
        bool twice = moment == LocalFaultMoment.BeforeAnswer;
        local.Database("Samples").CountRows("Measurements").ShouldBe(twice ? 20 : 10);
        if (twice)
        {
            batch.MayBeDuplicated.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task ThrottlingIsWaitedOut()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await ApplyAsync(local);
        local.Faults.Add(LocalFault.Throttle() with { Times = 2 });

        IngestResult result = await IngestAsync(local.Uri, Measurement.Take(10));

        result.Batches.ShouldHaveSingleItem().Attempts.ShouldBe(3);
        result.Batches[0].MayBeDuplicated.ShouldBeFalse();
        local.Database("Samples").CountRows("Measurements").ShouldBe(10);
    }

    private static async Task ApplyAsync(LocalKusto local)
    {
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Measurement>();
    }

    private static async Task<IngestResult> IngestAsync(Uri uri, IEnumerable<Measurement> rows)
    {
        await using KustoConnection kusto = new(uri.AbsoluteUri, s_impatient);
        await using KustoIngestor ingestor = new(kusto, "Samples", s_small);
        return await ingestor.IngestAsync(rows);
    }

    private static Task<KustoIngestException> FailureAsync(Uri uri, IEnumerable<Measurement> rows) =>
        Assert.ThrowsAsync<KustoIngestException>(() => IngestAsync(uri, rows));

    private static void ShouldAccount(KustoIngestException failure, long accepted, long notAccepted)
    {
        failure.Result.RowsAccepted.ShouldBe(accepted);
        failure.Result.RowsNotAccepted.ShouldBe(notAccepted);
        failure.Result.RowsUnknown.ShouldBe(0);
        failure.Message.ShouldMatch($@"So far: \S+: {accepted} rows? in \d+ batch(es)? accepted, {notAccepted} rows? in \d+ batch(es)? not accepted\.$");
    }
}
