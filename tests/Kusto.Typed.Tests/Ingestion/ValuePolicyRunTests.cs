using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Ingestion;

/// <summary>What a call that replaces or skips says in the end.</summary>
public sealed class ValuePolicyRunTests
{
    private const string BadNote = "half \ud800";

    private static readonly KustoIngestOptions s_replace = new() { ValuePolicy = ValuePolicy.Replace };

    [Fact]
    public async Task TheResultSaysHowManyValuesWereReplaced()
    {
        IngestResult result = await new FakeCluster().IngestAsync(WithBadRows(2, 3, 7), s_replace);

        result.RowsAccepted.ShouldBe(10);
        result.ValuesReplaced.ShouldBe(3);
        result.ToString().ShouldEndWith(", 3 values replaced");
    }

    [Fact]
    public async Task TheResultSaysHowManyRowsWereSkipped()
    {
        List<long> skipped = [];

        IngestResult result = await new FakeCluster().IngestAsync(WithBadRows(0, 9), Skip(skipped));

        result.RowsAccepted.ShouldBe(8);
        result.RowsSkipped.ShouldBe(2);
        result.Only().FirstRowIndex.ShouldBe(1);
        result.ToString().ShouldEndWith(", 2 rows skipped");
        skipped.ShouldBe([0, 9]);
    }

    [Fact]
    public async Task WhereAllRowsAreSkippedNothingIsSent()
    {
        FakeCluster cluster = new();

        IngestResult result = await cluster.IngestAsync(WithBadRows([.. Enumerable.Range(0, 10)]), Skip([]));

        cluster.Requests.ShouldBeEmpty();
        result.ToString().ShouldBe("Samples.Readings: no rows, nothing was sent, 10 rows skipped");
    }

    [Fact]
    public async Task AResumedResultAndOneThatWasWaitedForKeepTheNumbers()
    {
        FakeCluster cluster = new();
        IngestResult replaced = await cluster.IngestAsync(WithBadRows(2, 3), s_replace);
        IngestResult skipped = await cluster.IngestAsync(WithBadRows(2, 3), Skip([]));
        await using KustoConnection kusto = cluster.Connect();

        IngestResult.Resume(kusto, replaced.ToJson()).ValuesReplaced.ShouldBe(2);
        IngestResult.Resume(kusto, skipped.ToJson()).RowsSkipped.ShouldBe(2);
        (await skipped.WaitUntilIngestedAsync()).RowsSkipped.ShouldBe(2);
    }

    [Fact]
    public async Task AResultThatWasWrittenBeforeThereWereTheseNumbersIsRead()
    {
        FakeCluster cluster = new();
        IngestResult result = await cluster.IngestAsync(Reading.Take(1));
        await using KustoConnection kusto = cluster.Connect();
        string older = result.ToJson()
            .Replace("\"rowsSkipped\":0,", "", StringComparison.Ordinal)
            .Replace("\"valuesReplaced\":0,", "", StringComparison.Ordinal);

        older.Length.ShouldBeLessThan(result.ToJson().Length - 30);
        IngestResult.Resume(kusto, older).ToJson().ShouldBe(result.ToJson());
    }

    [Fact]
    public async Task ARowLargerThanABatchIsSkippedAndAnErrorUnderReplace()
    {
        List<long> skipped = [];
        Reading[] rows = [.. Reading.Take(3)];
        rows[1].Note = new string('x', 1_000);
        KustoIngestOptions small = Skip(skipped) with { Route = IngestRoute.Streaming, MaxStreamingBatchBytes = 1_000 };

        IngestResult result = await new FakeCluster().IngestAsync(rows, small);
        KustoIngestException failure = await new FakeCluster().FailureAsync(rows, small with { ValuePolicy = ValuePolicy.Replace });

        result.RowsAccepted.ShouldBe(2);
        skipped.ShouldBe([1]);
        failure.InnerException.ShouldBeOfType<KustoRowException>().RowIndex.ShouldBe(1);
    }

    [Fact]
    public async Task WhatWasReplacedInARowThatIsTooLargeDoesNotCount()
    {
        RecordingRoute route = new(maxBatchBytes: 100);
        Reading[] rows = [new() { Note = "\ud800" }, new() { Note = "\ud800" + new string('x', 200) }];
        using IngestRun<Reading, Reading> run = new(
            new IngestTarget("Samples", Reading.Schema), route, s_replace, TimeProvider.System, null, default);

        KustoIngestException failure = await Should.ThrowAsync<KustoIngestException>(() => run.RunAsync(rows));

        failure.Result.RowsSubmitted.ShouldBe(1);
        failure.Result.ValuesReplaced.ShouldBe(1);
    }

    [Fact]
    public async Task WhatTheCallbackThrowsEndsTheCallAsASourceWould()
    {
        KustoIngestOptions options = Skip([]) with { OnRowSkipped = _ => throw new InvalidDataException("Enough.") };

        KustoIngestException failure = await new FakeCluster().FailureAsync(WithBadRows(4), options);

        failure.InnerException.ShouldBeOfType<InvalidDataException>();
        failure.Message.ShouldStartWith("The source of the rows for Samples.Readings failed: Enough.");
        failure.Result.RowsSubmitted.ShouldBe(4);
        failure.Result.RowsSkipped.ShouldBe(1);
    }

    [Fact]
    public async Task TheCallbackIsToldBeforeTheNextRowIsAskedFor()
    {
        List<string> happened = [];
        KustoIngestOptions options = Skip([]) with { OnRowSkipped = row => happened.Add($"skipped {row.RowIndex}") };

        await new FakeCluster().IngestAsync(Rows(), options);

        happened.ShouldBe(["read 0", "read 1", "skipped 1", "read 2"]);

        IEnumerable<Reading> Rows()
        {
            foreach (Reading row in WithBadRows(1).Take(3))
            {
                happened.Add($"read {row.Number}");
                yield return row;
            }
        }
    }

    [Fact]
    public async Task TheSameRowsMakeTheSameBatchesWhateverIsSkipped()
    {
        Guid[] ids = [.. (await IdempotentAsync()).Batches.Select(batch => batch.SourceId)];

        ids.Length.ShouldBeGreaterThan(1);
        (await IdempotentAsync()).Batches.Select(batch => batch.SourceId).ShouldBe(ids);

        static Task<IngestResult> IdempotentAsync() => new FakeCluster().IngestAsync(
            Reading.Take(1_000).Concat(WithBadRows(1, 5)).Concat(Reading.Take(1_000)),
            Skip([]) with { Route = IngestRoute.Queued, MaxQueuedBatchBytes = 1_000 },
            new QueuedIngestProperties { IdempotencyKey = "key" });
    }

    [Fact]
    public async Task AnInlineBatchWithGapsNamesNoRowItHasNotCounted()
    {
        KustoIngestOptions options = Skip([]) with { Route = IngestRoute.Inline };
        Reading[] rows = [.. WithBadRows(1)];
        rows[3].Note = "two\nlines";

        KustoIngestException failure = await new FakeCluster().FailureAsync(rows, options);

        failure.InnerException.ShouldBeOfType<KustoRowException>()
            .ShouldSatisfyAllConditions(row => row.RowIndex.ShouldBe(-1), row => row.ColumnName.ShouldBe("Note"));
    }

    [Fact]
    public async Task SkippingInSilenceIsRefusedByTheIngestor()
    {
        await using KustoConnection kusto = new FakeCluster().Connect();

        Should.Throw<ArgumentException>(() => new KustoIngestor(
            kusto, "Samples", new KustoIngestOptions { ValuePolicy = ValuePolicy.SkipRow })).Message.ShouldContain("OnRowSkipped");
        Should.Throw<ArgumentOutOfRangeException>(() => new KustoIngestor(
            kusto, "Samples", new KustoIngestOptions { ValuePolicy = (ValuePolicy)(-1) }));
    }

    [Fact]
    public void NoColumnTakesLessThanAMebibyte() =>
        Reading.Schema.Columns.ShouldAllBe(column => CsvLimits.MaxValueBytesOf(column) >= CsvLimits.MaxValueBytes);

    private static KustoIngestOptions Skip(List<long> skipped) =>
        new() { ValuePolicy = ValuePolicy.SkipRow, OnRowSkipped = row => skipped.Add(row.RowIndex) };

    private static IEnumerable<Reading> WithBadRows(params int[] bad) =>
        Reading.Take(10).Select(row => new Reading
        {
            Number = row.Number,
            Note = bad.Contains(row.Number) ? BadNote : row.Note,
        });
}
