using System.Text;
using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Queued;

/// <summary>Queued, managed and inline ingestion through the local endpoint: rows that were sent, rows that are there.</summary>
public sealed class QueuedEndToEndTests
{
    private static readonly KustoConnectionOptions s_impatient = new()
    {
        Retry = new KustoRetryOptions { MaxAttempts = 3, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    };

    public static TheoryData<QueuedProtocol> Protocols => [QueuedProtocol.StorageQueue, QueuedProtocol.Rest];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task QueuedRowsArriveAndAreWaitedFor(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(
            kusto, "Samples", Queued(protocol) with { MaxQueuedBatchBytes = 20_000 });

        List<IngestionStatus> seen = [];
        IngestResult result = await ingestor.IngestAsync(Measurement.Take(5_000));
        IngestResult done = await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60), new Listener(seen));

        result.Batches.Count.ShouldBeGreaterThan(3);
        done.Batches.ShouldAllBe(batch => batch.Status == BatchStatus.Succeeded);
        local.Database("Samples").Rows<Measurement>("Measurements").OrderBy(row => row.Number).ShouldBe(Measurement.Take(5_000));
        local.Database("Samples").Ingestions.Sum(ingestion => ingestion.RawBytes).ShouldBe(result.RawBytes);
        local.Database("Samples").Warnings.ShouldBeEmpty();
        seen.ShouldNotBeEmpty();
        seen[^1].RowsIngested.ShouldBe(5_000);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task AnotherProcessCanGoOnWaiting(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(protocol));
        string json = (await ingestor.IngestAsync(Measurement.Take(10))).ToJson();

        json.ShouldNotContain("sig=");
        await using KustoConnection other = new(local.Uri.AbsoluteUri);
        IngestResult done = await IngestResult.Resume(other, json).WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));

        done.Batches.ShouldHaveSingleItem().Status.ShouldBe(BatchStatus.Succeeded);
        done.RowsSubmitted.ShouldBe(10);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task WhatTheServiceCannotIngestIsToldWithItsReason(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        local.Database("Samples").Run(
            """.alter table Measurements policy ingestionbatching '{"MaximumBatchingTimeSpan":"00:05:00"}'""");
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(protocol));
        IngestResult result = await ingestor.IngestAsync(Measurement.Take(10));
        local.Database("Samples").Run(".drop table Measurements");
        await local.SettleAsync();

        KustoIngestException failure =
            await Assert.ThrowsAsync<KustoIngestException>(() => result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30)));

        BatchReceipt batch = failure.Result.Batches.ShouldHaveSingleItem();
        batch.Status.ShouldBe(BatchStatus.Failed);
        batch.ErrorCode.ShouldBe("BadRequest_TableNotExist");
        batch.IsPermanentFailure.ShouldBe(true);
        failure.Message.ShouldContain(batch.SourceId.ToString());
        failure.Message.ShouldContain("BadRequest_TableNotExist");
        local.Database("Samples").IngestionFailures.ShouldHaveSingleItem().SourceId.ShouldBe(batch.SourceId);
        KustoCommandResult shown = await kusto.ExecuteCommandAsync("Samples", ".show ingestion failures");
        shown.Rows.ShouldHaveSingleItem().GetString("ErrorCode").ShouldBe("BadRequest_TableNotExist");
        KustoIngestionFailure told = (await kusto.Schema("Samples").FailuresAsync(new() { Table = "Measurements" })).ShouldHaveSingleItem();
        (told.ErrorCode, told.IsPermanent).ShouldBe(("BadRequest_TableNotExist", true));
        told.Source.ShouldNotBeNull().ShouldNotContain("?");
        KustoOperation operation = (await kusto.Schema("Samples").OperationsAsync(new() { OperationId = told.OperationId })).ShouldHaveSingleItem();
        operation.State.ShouldBe(KustoOperationState.Failed);
        (await kusto.Schema("Samples").FailuresAsync(new() { Table = "Others" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task ABatchingPolicyOfTheDatabaseHoldsForATableWithoutOne()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        local.Database("Samples").Run(
            """.alter database Samples policy ingestionbatching '{"MaximumBatchingTimeSpan":"00:05:00"}'""");
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(QueuedProtocol.Rest));
        IngestResult result = await ingestor.IngestAsync(Measurement.Take(10));

        await Assert.ThrowsAsync<TimeoutException>(() => result.WaitUntilIngestedAsync(TimeSpan.FromMilliseconds(1)));

        local.Database("Samples").CountRows("Measurements").ShouldBe(0);
        await local.SettleAsync();
        local.Database("Samples").CountRows("Measurements").ShouldBe(10);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task WhoWaitsTooShortlyIsToldHowManyArePending(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync(
            new LocalKustoOptions { BatchingTimeSpan = TimeSpan.FromMinutes(30) });
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(protocol));
        IngestResult result = await ingestor.IngestAsync(Measurement.Take(10));

        (await Assert.ThrowsAsync<TimeoutException>(() => result.WaitUntilIngestedAsync(TimeSpan.FromMilliseconds(1))))
            .Message.ShouldContain("1 of 1 batches are not ingested yet");

        await local.SettleAsync();
        (await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30))).Batches[0].Status.ShouldBe(BatchStatus.Succeeded);
    }

    [Fact]
    public async Task ReportQueuesAreLookedIntoAndLeftAsTheyAre()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(QueuedProtocol.StorageQueue));
        QueuedIngestProperties byQueue = new() { ReportMethod = ReportMethod.Queue };

        IngestResult first = await ingestor.IngestAsync(Measurement.Take(1), properties: byQueue);
        IngestResult second = await ingestor.IngestAsync(Measurement.Take(1), properties: byQueue);

        await second.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));
        await first.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));
        await first.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task TheSameRowsRunTwiceAreThereOnce(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(
            kusto, "Samples", Queued(protocol) with { MaxQueuedBatchBytes = 10_000 });
        QueuedIngestProperties once = new() { IdempotencyKey = "2026-01-31.csv" };

        IngestResult first = await ingestor.IngestAsync(Measurement.Take(3_000), properties: once);
        await first.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));
        IngestResult second = await ingestor.IngestAsync(Measurement.Take(3_000), properties: once);
        await second.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));

        first.Batches.Count.ShouldBeGreaterThan(1);
        second.Batches.Select(batch => batch.SourceId).ShouldBe(first.Batches.Select(batch => batch.SourceId));
        local.Database("Samples").CountRows("Measurements").ShouldBe(3_000);

        // Another row makes another batch, and only that one is added.
        Measurement[] changed = [.. Measurement.Take(3_000)];
        changed[^1] = changed[^1] with { Note = "note 2998" };
        IngestResult third = await ingestor.IngestAsync(changed, properties: once);
        await third.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));
        local.Database("Samples").CountRows("Measurements").ShouldBe(3_000 + third.Batches[^1].RowCount);
    }

    [Fact]
    public async Task TheSameRowsRunTwiceInlineAreThereOnce()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Inline });
        InlineIngestProperties once = new() { IdempotencyKey = "rows" };

        await ingestor.IngestAsync(Measurement.Take(30), properties: once);
        await ingestor.IngestAsync(Measurement.Take(30), properties: once);

        local.Database("Samples").CountRows("Measurements").ShouldBe(30);
    }

    [Theory]
    [InlineData(IngestRoute.Streaming)]
    public async Task IdempotenceIsRefusedWhereItCannotBeKept(IngestRoute route)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = route });

        (await Assert.ThrowsAsync<ArgumentException>(
            () => ingestor.IngestAsync(Measurement.Take(1), properties: new QueuedIngestProperties { IdempotencyKey = "k" })))
            .Message.ShouldContain("A streaming request carries no properties");
    }

    [Fact]
    public async Task TagsAndCreationTimeAreTheExtents()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples");

        IngestResult result = await ingestor.IngestAsync(Measurement.Take(1), properties: new QueuedIngestProperties
        {
            Tags = ["plain"],
            DropByTags = ["day"],
            CreationTime = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero),
        });
        await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));

        KustoCommandRow extent = (await kusto.ExecuteCommandAsync("Samples", ".show table Measurements extents")).Rows.ShouldHaveSingleItem();
        extent.GetString("Tags").ShouldBe("plain\r\ndrop-by:day");
        extent.GetString("MinCreatedOn").ShouldStartWith("2026-01-31T00:00:00");
    }

    [Fact]
    public async Task ManagedRowsOfATableWithoutThePolicyAreQueued()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await kusto.Schema("Samples").ApplyAsync<QuietMeasurement>();
        await using KustoIngestor ingestor = new(kusto, "Samples");

        IngestResult result = await ingestor.IngestAsync([new QuietMeasurement(1, "one")]);
        await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));

        result.Batches[0].Fallback.ShouldBe(FallbackReason.StreamingNotEnabled);
        local.Database("Samples").CountRows("QuietMeasurements").ShouldBe(1);
    }

    [Fact]
    public async Task AManagedCallThatGoesOnIsQueuedAndArrives()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(
            kusto, "Samples", new KustoIngestOptions { MaxStreamingBatchBytes = 10_000, MaxQueuedBatchBytes = 50_000 });

        IngestResult result = await ingestor.IngestAsync(Measurement.Take(10_000));
        await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));

        result.Batches.ShouldAllBe(batch => batch.Fallback == FallbackReason.TooLarge);
        local.Database("Samples").Rows<Measurement>("Measurements").OrderBy(row => row.Number).ShouldBe(Measurement.Take(10_000));
    }

    [Fact]
    public async Task AnEndpointLikeTheEmulatorNamesTheInlineRouteWhichWorks()
    {
        await using LocalKusto local = await LocalKusto.StartAsync(
            new LocalKustoOptions { QueuedProtocols = LocalQueuedProtocols.None });
        await using KustoConnection kusto = await ConnectAsync(local);
        await kusto.Schema("Samples").ApplyAsync<QuietMeasurement>();
        await using KustoIngestor managed = new(kusto, "Samples");
        (await Assert.ThrowsAsync<KustoIngestException>(() => managed.IngestAsync([new QuietMeasurement(1, "one")])))
            .Message.ShouldContain("set KustoIngestOptions.Route to IngestRoute.Inline");

        await using KustoIngestor inline = new(
            kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Inline, MaxInlineBatchBytes = 1_000 });
        IngestResult result = await inline.IngestAsync(
            Enumerable.Range(0, 200).Select(number => new QuietMeasurement(number, $"\" , '[{number}]' // <| .drop")));

        result.Batches.Count.ShouldBeGreaterThan(1);
        (await result.WaitUntilIngestedAsync()).RowsAccepted.ShouldBe(200);
        local.Database("Samples").Rows<QuietMeasurement>().Count(row => row.Note == $"\" , '[{row.Number}]' // <| .drop").ShouldBe(200);
    }

    [Fact]
    public async Task ALineEndInAValueIsRefusedInline()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Inline });

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(
            () => ingestor.IngestAsync([new Measurement(1, "one"), new Measurement(2, "two\nlines")]));

        KustoRowException row = failure.InnerException.ShouldBeOfType<KustoRowException>();
        row.RowIndex.ShouldBe(1);
        row.ColumnName.ShouldBe("Note");
        failure.Result.RowsNotAccepted.ShouldBe(2);
        local.Database("Samples").CountRows("Measurements").ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task RawStreamsAndBlobsArrive(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(protocol));
        byte[] csv = Encoding.UTF8.GetBytes(
            "Number,Note\n" + string.Concat(Enumerable.Range(0, 300_000).Select(number => $"{number},\"note, {number} {Guid.NewGuid()} {Guid.NewGuid()}\"\n")));
        using MemoryStream source = new(csv, writable: false);

        IngestResult result = await ingestor.IngestStreamAsync(
            source, "Measurements", new RawIngestProperties { Format = KustoDataFormat.Csv, IgnoreFirstRecord = true });
        await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));

        result.RawBytes.ShouldBe(csv.Length);
        result.CompressedBytes.ShouldBeGreaterThan(8 * 1024 * 1024);
        local.Database("Samples").CountRows("Measurements").ShouldBe(300_000);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task ASourcesLocationIsItsAddressWithoutTheKey(QueuedProtocol protocol)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        local.Database("Samples").Run("""
            .create table Measurements ingestion csv mapping "located" '[{"Column":"Number","Properties":{"Ordinal":"0"}},{"Column":"Note","Properties":{"Transform":"SourceLocation"}}]'
            """);
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(protocol));
        using MemoryStream source = new("7\n"u8.ToArray(), writable: false);

        IngestResult result = await ingestor.IngestStreamAsync(
            source, "Measurements", new RawIngestProperties { Format = KustoDataFormat.Csv, MappingName = "located" });
        await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(60));

        Measurement row = local.Database("Samples").Rows<Measurement>("Measurements").ShouldHaveSingleItem();
        row.Number.ShouldBe(7);
        row.Note.ShouldNotBeNull().ShouldStartWith("http://127.0.0.1:");
        row.Note.ShouldNotContain("?");
    }

    [Fact]
    public async Task KeysThatExpireAreRenewed()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = await ConnectAsync(local);
        await using KustoIngestor ingestor = new(kusto, "Samples", Queued(QueuedProtocol.StorageQueue));
        await ingestor.IngestAsync(Measurement.Take(1));
        await local.SettleAsync();

        local.ExpireStorageKeys();
        IngestResult result = await ingestor.IngestAsync(Measurement.Take(1));
        await result.WaitUntilIngestedAsync(TimeSpan.FromSeconds(30));

        local.Database("Samples").CountRows("Measurements").ShouldBe(2);
    }

    private static KustoIngestOptions Queued(QueuedProtocol protocol) =>
        new() { Route = IngestRoute.Queued, QueuedProtocol = protocol };

    private static async Task<KustoConnection> ConnectAsync(LocalKusto local)
    {
        KustoConnection kusto = new(local.Uri.AbsoluteUri, s_impatient);
        await kusto.Schema("Samples").ApplyAsync<Measurement>();
        return kusto;
    }

    private sealed class Listener(List<IngestionStatus> seen) : IProgress<IngestionStatus>
    {
        public void Report(IngestionStatus value) => seen.Add(value);
    }
}
