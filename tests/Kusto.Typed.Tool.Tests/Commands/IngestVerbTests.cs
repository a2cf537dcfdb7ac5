using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Commands;

/// <summary>Files into a local endpoint.</summary>
public sealed class IngestVerbTests : IDisposable
{
    private static readonly string s_assembly = typeof(IngestVerbTests).Assembly.Location;

    private readonly string _folder = Directory.CreateTempSubdirectory("kusto-typed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("managed", "Stations")]
    [InlineData("managed", "Station")]
    [InlineData("queued", "Kusto.Typed.Tool.Tests.Commands.Station")]
    public async Task CheckedFileIsInTheTable(string route, string type)
    {
        await using LocalKusto local = await StartAsync();
        string file = Write("stations.csv", "Height,Name\n2962,Zugspitze\n,\"a, b\"\n");

        ToolRun run = await ToolRun.OfAsync(
            ["ingest", file, "--as", type, "--assembly", s_assembly, "--route", route, .. There(local)]);

        run.ExitCode.ShouldBe(ExitCode.Fine, run.Error);
        run.Output.ShouldContain("2 rows");
        local.Database("Samples").Rows<Station>().ShouldBe(
            [new Station("Zugspitze", 2962), new Station("a, b", null)], ignoreOrder: true);
    }

    [Fact]
    public async Task BadRecordsStopItBeforeAnythingIsSent()
    {
        await using LocalKusto local = await StartAsync();
        string file = Write("stations.csv", "Name,Height\nZugspitze,2962\nBrocken,high\n");
        string[] words = ["ingest", file, "--as", "Stations", "--assembly", s_assembly, .. There(local)];

        ToolRun run = await ToolRun.OfAsync(words);
        run.ExitCode.ShouldBe(ExitCode.Finding);
        run.Output.ShouldStartWith("stations.csv(3,1): error KI001: column 'Height': ");
        run.Error.ShouldBe("Nothing was sent.\n");
        local.Database("Samples").CountRows("Stations").ShouldBe(0);

        ToolRun skipping = await ToolRun.OfAsync([.. words, "--skip-bad-records"]);
        skipping.ExitCode.ShouldBe(ExitCode.Finding);
        skipping.Output.ShouldContain("KI001");
        local.Database("Samples").CountRows("Stations").ShouldBe(1);
    }

    [Fact]
    public async Task EveryTypeOfColumnIsCheckedAndWritten()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        TableSchema table = TableSchema.Define("All").Bool("B").DateTime("T").Decimal("D").Dynamic("J").Guid("G").Int("I").Long("L")
            .Real("R").String("S").TimeSpan("P").DateTime("U").Transform(KustoTransform.DateTimeFromUnixSeconds).Ordinal(12).Build();
        string model = Write("schema.json", $$"""{"version":1,"tables":[{{table.ToJson()}}]}""");
        await ToolRun.OfAsync(["schema", "apply", model, .. There(local)]);
        string file = Write(
            "all.csv",
            "B,T,D,J,G,I,L,R,S,P,U\ntrue,2026-01-31T08:15:00Z,19.90,\"{\"\"k\"\":1}\",5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11,-7,8589934592,1.5,\"x\ny\",1.02:03:04,1769847300\n,,,,,,,,,,\n");

        ToolRun run = await ToolRun.OfAsync(["ingest", file, "--as", "All", "--assembly", model, .. There(local)]);

        run.ExitCode.ShouldBe(ExitCode.Fine, run.Error + run.Output);
        local.Database("Samples").CountRows("All").ShouldBe(2);
        local.Database("Samples").Warnings.ShouldBeEmpty();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        (await kusto.QueryScalarAsync<long>("Samples", $"All | where U == datetime(2026-01-31T08:15:00Z) and T == U and R == 1.5 | count")).ShouldBe(1);
    }

    [Fact]
    public async Task RawFileGoesUnderItsMapping()
    {
        await using LocalKusto local = await StartAsync();
        string file = Write("raw.csv", "Name,Height\nZugspitze,2962\n");

        ToolRun run = await ToolRun.OfAsync(
            ["ingest", file, "--table", "Stations", "--mapping", StationTable.MappingName, .. There(local)]);

        run.ExitCode.ShouldBe(ExitCode.Fine, run.Error);
        local.Database("Samples").Rows<Station>().ShouldBe([new Station("Zugspitze", 2962)]);
    }

    [Theory]
    [InlineData("Say where the records go")]
    [InlineData("Say where the records go", "--as", "Stations", "--table", "Stations")]
    [InlineData("--as needs --assembly", "--as", "Stations")]
    [InlineData("declares no table 'Other'; it declares Stations (Kusto.Typed.Tool.Tests.Commands.Station).", "--as", "Other", "--assembly", "*")]
    public async Task WordsThatDoNotSayEnoughAreAUsageError(string problem, params string[] words)
    {
        ToolRun run = await ToolRun.OfAsync(
            ["ingest", "x.csv", "--cluster", "http://127.0.0.1:1", "--database", "D", .. words.Select(word => word == "*" ? s_assembly : word)]);
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(problem);
    }

    private static string[] There(LocalKusto local) => ["--cluster", local.Uri.AbsoluteUri, "--database", "Samples"];

    private static async Task<LocalKusto> StartAsync()
    {
        LocalKusto local = await LocalKusto.StartAsync();
        await ToolRun.OfAsync(["schema", "apply", s_assembly, .. There(local)]);
        return local;
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
