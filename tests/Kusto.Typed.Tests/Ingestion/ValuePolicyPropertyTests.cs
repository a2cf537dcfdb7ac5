using System.Text;
using CsvHelper;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Ingestion;

/// <summary>Random rows with bad values under each policy, their CSV read by a reader that is not ours.</summary>
public sealed class ValuePolicyPropertyTests
{
    private static readonly CsvReaderOptions s_raw = new() { HasHeader = false, SkipEmptyLines = false };

    [Fact]
    public void UnderReplaceEveryRowArrivesWithWhatWasReplaced() =>
        RandomValues.ForAll(random =>
        {
            MixedRow[] rows = random.Many(30, () => MixedRow.Some(random));
            RecordingRoute route = new(maxBatchBytes: 1_000);

            IngestResult result = Run(route, rows, random.Bool(), new KustoIngestOptions { ValuePolicy = ValuePolicy.Replace });

            ShouldHold(result, route, rows, [.. Enumerable.Range(0, rows.Length)]);
            result.RowsSkipped.ShouldBe(0);
        });

    [Fact]
    public void UnderSkipRowTheGoodRowsArriveAndTheOthersAreTold() =>
        RandomValues.ForAll(random =>
        {
            MixedRow[] rows = random.Many(30, () => MixedRow.Some(random));
            RecordingRoute route = new(maxBatchBytes: 1_000);
            List<(long, string?)> skipped = [];
            KustoIngestOptions options = new()
            {
                ValuePolicy = ValuePolicy.SkipRow,
                OnRowSkipped = row => skipped.Add((row.RowIndex, row.ColumnName)),
            };

            IngestResult result = Run(route, rows, random.Bool(), options);

            int[] good = [.. Enumerable.Range(0, rows.Length).Where(index => rows[index].BadColumn is null)];
            ShouldHold(result, route, rows, good);
            skipped.ShouldBe([.. Enumerable.Range(0, rows.Length).Except(good).Select(index => ((long)index, rows[index].BadColumn))]);
            result.RowsSkipped.ShouldBe(skipped.Count);
            result.ValuesReplaced.ShouldBe(0);
        });

    [Fact]
    public void UnderThrowTheFirstBadRowIsNamed() =>
        RandomValues.ForAll(random =>
        {
            MixedRow[] rows = random.Many(30, () => MixedRow.Some(random));
            RecordingRoute route = new(maxBatchBytes: 1_000);
            int first = Array.FindIndex(rows, row => row.BadColumn is not null);
            if (first < 0)
            {
                Run(route, rows, random.Bool(), new KustoIngestOptions()).RowsAccepted.ShouldBe(rows.Length);
                return;
            }

            KustoIngestException failure = Should.Throw<KustoIngestException>(
                () => Run(route, rows, random.Bool(), new KustoIngestOptions()));

            KustoRowException problem = failure.InnerException.ShouldBeOfType<KustoRowException>();
            problem.RowIndex.ShouldBe(first);
            problem.ColumnName.ShouldBe(rows[first].BadColumn);
            failure.Result.RowsSubmitted.ShouldBe(first);
        });

    // Batch by batch: the rows that should be in it, under their indexes, and how many values of them were replaced.
    private static void ShouldHold(IngestResult result, RecordingRoute route, MixedRow[] rows, int[] written)
    {
        result.RowsAccepted.ShouldBe(written.Length);
        result.Batches.Count.ShouldBe(route.Batches.Count);
        int next = 0;
        for (int batch = 0; batch < route.Batches.Count; batch++)
        {
            BatchReceipt receipt = result.Batches[batch];
            int[] indexes = written[next..(next + receipt.RowCount)];
            receipt.FirstRowIndex.ShouldBe(indexes[0]);
            receipt.ValuesReplaced.ShouldBe(indexes.Sum(index => rows[index].Fields.Count(field => field.IsBad)));
            ShouldRead(route.Batches[batch], [.. indexes.Select(index => rows[index])]);
            next += receipt.RowCount;
        }

        next.ShouldBe(written.Length);
        result.ValuesReplaced.ShouldBe(result.Batches.Sum(batch => batch.ValuesReplaced));
    }

    private static void ShouldRead(string batch, MixedRow[] rows)
    {
        using CsvReader reader = CsvReader.Create(Encoding.UTF8.GetBytes(batch), s_raw);
        foreach (MixedRow row in rows)
        {
            reader.Read().ShouldBeTrue();
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ShouldBe(row.Fields.Select(field => field.Text));
        }

        reader.Read().ShouldBeFalse();
    }

    private static IngestResult Run(RecordingRoute route, MixedRow[] rows, bool isAsync, KustoIngestOptions options)
    {
        using IngestRun<MixedRow, MixedRow> run = new(
            new IngestTarget("Samples", MixedRow.Schema), route, options, TimeProvider.System, progress: null, CancellationToken.None);
        return (isAsync ? run.RunAsync(LaterAsync(rows)) : run.RunAsync(rows)).GetAwaiter().GetResult();
    }

    private static async IAsyncEnumerable<MixedRow> LaterAsync(MixedRow[] rows)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            if (index % 5 == 0)
            {
                await Task.Yield();
            }

            yield return rows[index];
        }
    }
}
