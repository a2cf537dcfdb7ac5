using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Sources;

/// <summary>Files that others wrote, into a table of the local endpoint and back.</summary>
public sealed class BirdstrikeTests : IAsyncLifetime
{
    private static readonly KustoCsvSourceOptions s_options = new()
    {
        ColumnNames = new Dictionary<string, string> { ["Cost Total $"] = "TotalCost" },
        IgnoreUnknownColumns = true,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("kusto-typed-").FullName;
    private LocalKusto? _local;
    private KustoConnection? _kusto;

    private LocalDatabase Samples => _local!.Database("Samples"); // started before any test

    public async Task InitializeAsync()
    {
        _local = await LocalKusto.StartAsync();
        _kusto = new KustoConnection(_local.Uri.AbsoluteUri);
        await _kusto.Schema("Samples").ApplyAsync<Birdstrike>();
    }

    public async Task DisposeAsync()
    {
        await _kusto!.DisposeAsync();
        await _local!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ARealFileArrivesFieldByField()
    {
        CsvIngestResult result = await IngestAsync("birdstrikes.csv", s_options);

        string[][] fields = [.. (await File.ReadAllLinesAsync(PathOf("birdstrikes.csv"))).Skip(1).Select(line => line.Split(','))];
        result.RecordsRead.ShouldBe(250);
        result.Rows.RowsAccepted.ShouldBe(250);
        Birdstrike[] rows = [.. Samples.Rows<Birdstrike>()];
        rows.Select(row => row.Airport).ShouldBe(fields.Select(field => field[0]));
        rows.Select(row => $"{row.Damage}").ShouldBe(fields.Select(field => field[2]));
        rows.Select(row => $"{row.FlightDate:yyyy-MM-dd}").ShouldBe(fields.Select(field => field[3]));
        rows.Select(row => $"{row.TotalCost}").ShouldBe(fields.Select(field => field[12]));
        rows.Select(row => $"{row.SpeedInKnots}").ShouldBe(fields.Select(field => field[13]));
        Samples.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task AFileWithBadFieldsIsStoppedBeforeAnyRow()
    {
        KustoSourceException refusal =
            await Assert.ThrowsAsync<KustoSourceException>(() => IngestAsync("birdstrikes-bad.csv", s_options));

        refusal.Problems.Select(problem => (problem.Line, problem.Column)).ShouldBe(
            [
                (6, "Flight Date"), (11, "Speed IAS in knots"), (16, "Cost Other"), (16, "Cost Repair"), (21, null), (26, null),
            ]);
        Samples.Rows<Birdstrike>().ShouldBeEmpty();
    }

    [Fact]
    public async Task AFileWithBadFieldsGivesItsGoodRowsAndItsDeadLetters()
    {
        CsvIngestResult result = await IngestAsync("birdstrikes-bad.csv", s_options with
        {
            BadRecords = BadRecords.DeadLetter,
            DeadLetters = DeadLetters.ToFolder(_folder),
        });

        result.RecordsRead.ShouldBe(40);
        result.RecordsDeadLettered.ShouldBe(5);
        Samples.Rows<Birdstrike>().Count().ShouldBe(35);
        string[] source = await File.ReadAllLinesAsync(PathOf("birdstrikes-bad.csv"));
        (await File.ReadAllLinesAsync(result.DeadLetterFiles.ShouldHaveSingleItem()))
            .ShouldBe([source[0], source[5], source[10], source[15], source[20], source[25]]);
    }

    private async Task<CsvIngestResult> IngestAsync(string file, KustoCsvSourceOptions options)
    {
        await using KustoIngestor ingestor = new(_kusto!, "Samples", new() { Route = IngestRoute.Streaming });
        return await ingestor.IngestCsvAsync<Birdstrike>(PathOf(file), options);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Sources", file);
}
