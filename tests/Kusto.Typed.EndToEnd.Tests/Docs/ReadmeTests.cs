using System.Reflection;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;
using Weather;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>The README's code is this code, and the generated file it shows is the one that was generated.</summary>
public sealed class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void TheRecordIsTheOneThatIsCompiledHere() => ShouldStandInReadme("ReadmeRecord.cs", "record");

    [Fact]
    public void TheCallIsTheOneThatRunsHere() => ShouldStandInReadme("ReadmeTests.cs", "call");

    [Fact]
    public async Task TheCallDoesWhatItSays()
    {
        StormEvent[] events = [.. Enumerable.Range(0, 1_000).Select(Storm)];
        List<string> states = [];
        void Show(StormEvent storm) => states.Add(storm.State);

        // readme: call
        await using var local = await LocalKusto.StartAsync();                  // or no local endpoint, and a cluster:
        await using var kusto = new KustoConnection(local.Uri.AbsoluteUri);     // new(uri, new DefaultAzureCredential())

        await kusto.Schema("Samples").ApplyAsync<StormEvent>();                 // table, mapping, policy

        await using var ingestor = new KustoIngestor(kusto, "Samples");
        IngestResult result = await ingestor.IngestAsync(events);               // IEnumerable<StormEvent>, or async
        await result.WaitUntilIngestedAsync();                                  // streamed: at once; queued: when it is there

        string state = "TEXAS";
        await foreach (var storm in kusto.QueryAsync<StormEvent>("Samples", $"StormEvents | where State == {state}"))
        {
            Show(storm);                                                        // a typed row; {state} is a parameter
        }

        // readme: end
        result.RowsAccepted.ShouldBe(1_000);
        states.ShouldBe(Enumerable.Repeat("TEXAS", 500));
        local.Database("Samples").Rows<StormEvent>().ShouldBe(events, ignoreOrder: true);
    }

    [Fact]
    public void TheGeneratedCodeIsTheOneThatWasGenerated()
    {
        string generated = string.Join('\n', Lines(File.ReadAllText(Path.Combine(
            GeneratedFolder(), "Kusto.Typed.Generator", "Kusto.Typed.Generator.KustoRowGenerator", "Weather.StormEvent.g.cs"))));
        IReadOnlyList<string> blocks = [.. s_readme.Split("<!-- generated -->\n```csharp\n").Skip(1)];

        blocks.Count.ShouldBe(2);
        foreach (string block in blocks)
        {
            generated.ShouldContain(string.Join('\n', Lines(block[..block.IndexOf("```", StringComparison.Ordinal)])));
        }
    }

    private static StormEvent Storm(int index) => new()
    {
        StartTime = DateTime.UnixEpoch.AddHours(index),
        State = index % 2 == 0 ? "TEXAS" : "NEW \"YORK\", NY",
        InjuriesDirect = index,
        BeginLat = index % 3 == 0 ? null : index / 7.0,
        StormSummary = index % 5 == 0 ? null : new StormSummary(index, "hail, \"golf ball\"\nsized"),
    };

    private static string GeneratedFolder() => typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "GeneratedFiles").Value!;

    private static void ShouldStandInReadme(string file, string part)
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "Kusto.Typed.EndToEnd.Tests", "Docs", file));
        string code = source[(source.IndexOf($"// readme: {part}\n", StringComparison.Ordinal) + $"// readme: {part}\n".Length)..];
        code = code[..code.IndexOf("// readme: end", StringComparison.Ordinal)];

        string.Join('\n', Lines(s_readme)).ShouldContain(string.Join('\n', Lines(code)));
    }

    // How far a line is indented depends on what stands around it.
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
