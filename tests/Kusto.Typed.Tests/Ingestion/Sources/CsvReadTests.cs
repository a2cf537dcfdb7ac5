using System.Text;
using Kusto.Typed.Tests.Testing;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>Rows out of CSV, for whoever wants the rows themselves.</summary>
public sealed class CsvReadTests
{
    private static readonly KustoCsvSourceOptions s_noHeader = new() { HasHeader = false };

    [Fact]
    public async Task RowsOfAFileAreFoundByItsHeader()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("kusto-typed-").FullName, "words.csv");
        await File.WriteAllTextAsync(path, "Second,First\nb,\"a,\"\n");

        (await KustoCsv.ReadAsync<Words>(path).CollectAsync()).ShouldBe([new Words { First = "a,", Second = "b" }]);
        File.Delete(path);
    }

    [Fact]
    public async Task RowsBeforeABadRecordAreRead()
    {
        List<Measured> rows = [];
        KustoSourceException exception = await Assert.ThrowsAsync<KustoSourceException>(async () =>
        {
            await foreach (Measured row in KustoCsv.ReadAsync<Measured>(Csv("1,,1.5,x,\n2,,x,y,\n"), s_noHeader))
            {
                rows.Add(row);
            }
        });

        rows.Select(row => row.Number).ShouldBe([1]);
        exception.Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Record.ShouldBe(2), problem => problem.Column.ShouldBe("Value"));
    }

    [Fact]
    public async Task BadRecordsAreLeftOutAndToldWhereThatIsWanted()
    {
        List<RecordProblem> problems = [];
        KustoCsvSourceOptions options = s_noHeader with { BadRecords = BadRecords.Skip, OnBadRecord = problems.Add };

        List<Measured> rows = await KustoCsv.ReadAsync<Measured>(Csv("1,,1.5,x,\n2,,x,y,\n3,,,,\n"), options).CollectAsync();

        rows.Select(row => row.Number).ShouldBe([1, 3]);
        problems.Count.ShouldBe(1);
    }

    [Fact]
    public void MissingFileIsSaidAtOnce() =>
        Should.Throw<KustoSourceException>(() => KustoCsv.ReadAsync<Words>("no such file.csv"));

    [Fact]
    public async Task ReadingStopsWhenItIsCancelled()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await KustoCsv.ReadAsync<Words>(Csv("a,b\n"), s_noHeader).CollectAsync(stop.Token));
    }

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));
}
