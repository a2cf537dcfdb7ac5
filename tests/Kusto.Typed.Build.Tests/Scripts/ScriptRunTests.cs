using Kusto.Typed.Build.Tests.Testing;
using Kusto.Typed.Local;

namespace Kusto.Typed.Build.Tests.Scripts;

/// <summary>The script as an endpoint takes it.</summary>
public sealed class ScriptRunTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task TheScriptRunsAsItStandsAndAgain()
    {
        RecordingEngine.Run(new WriteKustoSchema { Assembly = TestAssembly.Own, Folder = _folder.Path });
        string script = await File.ReadAllTextAsync(_folder["schema.kql"]);
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);

        for (int run = 0; run < 2; run++)
        {
            KustoCommandResult result =
                await kusto.ExecuteCommandAsync("Samples", $".execute database script <|\n{script}");
            result.Rows.Count.ShouldBe(9);
            result.Rows.ShouldAllBe(row => row.GetString("Result") == "Completed");
        }

        await using KustoIngestor ingestor = new(kusto, "Samples");
        IngestResult ingested = await ingestor.IngestAsync([new Reading(DateTime.UnixEpoch, "a", 1)]);
        ingested.RowsAccepted.ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}
