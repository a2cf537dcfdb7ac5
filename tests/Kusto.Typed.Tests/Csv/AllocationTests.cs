using System.Text.Json;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

[Collection(ProcessWideCollection.Name)]
public sealed class AllocationTests
{
    private const int Runs = 200;

    [Fact]
    public void NumbersAreWrittenWithoutAllocation() => AllocatedBytesPerRow(SomeRows.Number).ShouldBe(0);

    [Fact]
    public void TimesAreWrittenWithoutAllocation() => AllocatedBytesPerRow(SomeRows.Time).ShouldBe(0);

    [Fact]
    public void TextsAreWrittenWithoutAllocation() => AllocatedBytesPerRow(SomeRows.Text).ShouldBe(0);

    [Fact]
    public void DynamicsAreWrittenWithoutAllocation() =>
        AllocatedBytesPerRow(random => DynamicRow.Small with
        {
            Element = s_element,
            Singles = [random.Below(9), 0.1f],
            Doubles = [random.Below(9), 0.1],
            Text = random.String(),
        }).ShouldBe(0);

    [Fact]
    public void RowThatAllocatesIsCounted() =>
        AllocatedBytesPerRow<AllocatingRow>(_ => new AllocatingRow()).ShouldBeGreaterThan(0);

    private static readonly JsonElement s_element = JsonElement.Parse("""{"k":[1,2],"n":null}""");

    private static double AllocatedBytesPerRow<TRow>(Func<RandomValues, TRow> some)
        where TRow : IKustoRow<TRow>
    {
        RandomValues random = new(20260131);
        TRow[] rows = [.. Enumerable.Range(0, 100).Select(_ => some(random))];
        using CsvBuffer buffer = new(TRow.Schema);
        Write(rows, buffer, runs: 3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Write(rows, buffer, Runs);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / (rows.Length * Runs);
    }

    private static void Write<TRow>(TRow[] rows, CsvBuffer buffer, int runs)
        where TRow : IKustoRow<TRow>
    {
        for (int run = 0; run < runs; run++)
        {
            KustoCsvWriter csv = new(buffer);
            foreach (TRow row in rows)
            {
                TRow.Write(row, ref csv);
            }

            csv.Commit();
            buffer.TakeCurrent().Return();
        }
    }

    private sealed class AllocatingRow : IKustoRow<AllocatingRow>
    {
        public static Kusto.Typed.Schema.TableSchema Schema { get; } = Kusto.Typed.Schema.TableSchema.Define("T").String("A").Build();

        public static void Write(in AllocatingRow row, ref KustoCsvWriter csv)
        {
            string text = new('x', 10);
            csv.BeginRecord(1);
            csv.WriteString(text);
            csv.EndRecord();
        }
    }
}
