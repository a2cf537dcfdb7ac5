using Kusto.Typed.Local;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Commands;

/// <summary>Failures and operations of a local endpoint, which ingests one good and one bad source.</summary>
public sealed class OutcomeVerbsTests
{
    [Fact]
    public async Task FailuresAndOperationsAreListed()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        string[] there = ["--cluster", local.Uri.AbsoluteUri, "--database", "Samples"];
        (await ToolRun.OfAsync(["failures", .. there])).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCode.Fine, run.Error), run => run.Error.ShouldBe("The service lists none.\n"));

        await IngestAsync(local);

        ToolRun failures = await ToolRun.OfAsync(["failures", "--table", "Stations", .. there]);
        failures.ExitCode.ShouldBe(ExitCode.Finding);
        failures.Output.ShouldContain("error KF001: ");
        failures.Output.ShouldContain(" Stations: ");
        (await ToolRun.OfAsync(["failures", "--table", "Other", .. there])).Output.ShouldBeEmpty();

        ToolRun operations = await ToolRun.OfAsync(["operations", "--output", "json", .. there]);
        operations.ExitCode.ShouldBe(ExitCode.Finding);
        operations.Output.ShouldContain("KF003");
    }

    [Fact]
    public async Task AgeOfNothingIsAUsageError()
    {
        ToolRun run = await ToolRun.OfAsync("failures", "--hours", "0", "--cluster", "http://127.0.0.1:1", "--database", "D");
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("0 or less");
    }

    // The table goes while the rows are gathered.
    private static async Task IngestAsync(LocalKusto local)
    {
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Station>();
        local.Database("Samples").Run(
            """.alter table Stations policy ingestionbatching '{"MaximumBatchingTimeSpan":"00:05:00"}'""");
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Queued });
        await ingestor.IngestAsync([new Station("Zugspitze", 2962)]);
        local.Database("Samples").Run(".drop table Stations");
        await local.SettleAsync();
    }
}
