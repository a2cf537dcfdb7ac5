using System.Data;
using System.Data.Common;
using System.Globalization;
using Kusto.Typed.EndToEnd.Tests.Sources;
using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>The C# of docs/sources.md and docs/bring-your-own-client.md, which must stand in this file.</summary>
public sealed class SourcePageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kusto-typed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task FilesAreIngestedAsThePageSays()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Birdstrike>();
        await using KustoIngestor ingestor = new(kusto, "Samples", new() { Route = IngestRoute.Streaming });
        string path = Path.Combine(AppContext.BaseDirectory, "Sources", "birdstrikes-bad.csv");
        string deadLetters = Path.Combine(_folder, "dead-letters");

        var options = new KustoCsvSourceOptions
        {
            ColumnNames = new Dictionary<string, string> { ["Cost Total $"] = "TotalCost" },
            IgnoreUnknownColumns = true,
            BadRecords = BadRecords.DeadLetter,
            DeadLetters = DeadLetters.ToFolder(deadLetters),
            OnBadRecord = problem => Show(problem),     // birds.csv, line 6, record 5, column 'Flight Date': ...
        };
        CsvIngestResult result = await ingestor.IngestCsvAsync<Birdstrike>(path, options);

        result.RecordsDeadLettered.ShouldBe(5);
        _shown.ShouldBe(6);
    }

    [Fact]
    public async Task ADataReaderIsIngestedAsThePageSays()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Gauge>();
        await using KustoIngestor ingestor = new(kusto, "Samples", new() { Route = IngestRoute.Streaming });
        Gauges command = new();

        await using DbDataReader reader = await command.ExecuteReaderAsync();
        IngestResult result = await ingestor.IngestAsync<Gauge>(reader, new KustoDbSourceOptions { IgnoreCase = true });

        result.RowsAccepted.ShouldBe(2);
        local.Database("Samples").Rows<Gauge>().Select(row => row.Level).ShouldBe([1.5, null]);
    }

    [Fact]
    public async Task RowsAreReadWithoutIngestionAsThePageSays()
    {
        List<Gauge> gauges = [];
        await using Stream csv = KustoCsv.OpenRead([new Gauge { Name = "a,b", Level = 1.5 }]);

        await foreach (Gauge gauge in KustoCsv.ReadAsync<Gauge>(csv, new KustoCsvSourceOptions { HasHeader = false }))
        {
            gauges.Add(gauge);
        }

        gauges.ShouldHaveSingleItem().Name.ShouldBe("a,b");
    }

    [Fact]
    public async Task AStreamGoesToAnotherClientAsThePageSays()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Gauge>();
        Gauge[] rows = [new Gauge { Name = "a,b", Level = 1.5 }, new Gauge { Name = "c" }];
        using HttpClient client = new();

        TableSchema table = KustoCsv.Table<Gauge>();
        var uri = new Uri(local.Uri, $"v1/rest/ingest/Samples/{table.Name}?streamFormat=csv&mappingName={table.Mapping.Name}");
        await using Stream csv = KustoCsv.OpenRead(rows);
        using var answer = await client.PostAsync(uri, new StreamContent(csv));

        answer.EnsureSuccessStatusCode();
        local.Database("Samples").Rows<Gauge>().ShouldBe(rows, ignoreOrder: true);
    }

    [Theory]
    [InlineData("sources.md")]
    [InlineData("bring-your-own-client.md")]
    public void ThePageShowsNoCodeThatIsNotRunHereOrInTheSample(string page)
    {
        string run = File.ReadAllText(Repository.PathOf("tests", "Kusto.Typed.EndToEnd.Tests", "Docs", "SourcePageTests.cs"))
            + File.ReadAllText(Repository.PathOf("samples", "BringYourOwnClient", "OfficialClient.cs"));
        string[] code = [.. File.ReadAllText(Repository.PathOf("docs", page))
            .Split("```csharp\n").Skip(1).SelectMany(block => block.Split("```")[0].Split('\n'))
            .Where(line => line.Length > 0)];

        code.Length.ShouldBeGreaterThan(4);
        code.ShouldAllBe(line => run.Contains("        " + line + "\n"));
    }

    private int _shown;

    private void Show(RecordProblem problem)
    {
        problem.ToString().ShouldStartWith("birdstrikes-bad.csv, line ");
        _shown++;
    }

    // Stands for a command on another database.
    private sealed class Gauges
    {
        public Task<DataTableReader> ExecuteReaderAsync()
        {
            DataTable table = new() { Locale = CultureInfo.InvariantCulture };
            table.Columns.Add("name", typeof(string));
            table.Columns.Add("level", typeof(double));
            table.Rows.Add("a", 1.5);
            table.Rows.Add("b", DBNull.Value);
            return Task.FromResult(table.CreateDataReader());
        }
    }
}

/// <summary>A water gauge.</summary>
[KustoTable]
[KustoStreamingIngestion]
public sealed partial record Gauge
{
    public required string Name { get; init; }

    public double? Level { get; init; }
}
