using Kusto.Typed.Build.Scripts;
using Kusto.Typed.Commands;
using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Commands;

/// <summary>Schemas from the command line, on files and on a local endpoint.</summary>
public sealed class SchemaVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kusto-typed-").FullName;

    private static TableSchemaBuilder Table => TableSchema.Define("Readings").DateTime("At", "when").String("Station").Real("Value");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ScriptOfAnAssemblyIsThatOfItsTypes()
    {
        ToolRun run = await ToolRun.OfAsync("schema", "script", typeof(SchemaVerbTests).Assembly.Location);

        run.ExitCode.ShouldBe(ExitCode.Fine, run.Error);
        run.Output.ShouldBe($"{KqlScript.FirstLine}\n// Stations\n{string.Join("\n", TableCommands.Script(StationTable.Schema))}\n");
    }

    [Fact]
    public async Task ScriptIsWrittenIntoAFileOnRequest()
    {
        string file = Path.Combine(_folder, "schema.kql");
        ToolRun run = await ToolRun.OfAsync("schema", "script", Model(Table.Build(), Table.StreamingIngestion().Build().WithName("Other")), "--file", file);

        run.Output.ShouldBeEmpty();
        string[] lines = await File.ReadAllLinesAsync(file);
        lines[1].ShouldBe("// Readings");
        lines.ShouldContain("// Other");
        lines.ShouldContain(".alter table ['Other'] policy streamingingestion enable");
    }

    [Fact]
    public async Task TablesAreShownToPeopleAndAsMarkdown()
    {
        string model = Model(Table.String("Edge").Constant("a|b").Folder("Plant").Build());

        (await ToolRun.OfAsync("schema", "show", model)).Output.ShouldContain("│ 0       │ At      │ datetime │ when");
        string markdown = (await ToolRun.OfAsync("schema", "show", model, "--output", "markdown")).Output;
        markdown.ShouldContain("## Readings");
        markdown.ShouldContain("| 1 | Station | string |  |");
        markdown.ShouldContain("|  | Edge | string | always 'a\\|b' |");
        markdown.ShouldContain("- folder Plant");
        string json = (await ToolRun.OfAsync("schema", "show", model, "--output", "json")).Output;
        json.Trim().ShouldBe(await File.ReadAllTextAsync(model));
    }

    [Theory]
    [InlineData("no such file.dll", "does not exist")]
    [InlineData("no such file.json", "no such file.json")]
    public async Task MissingModelIsAUsageError(string file, string problem)
    {
        ToolRun run = await ToolRun.OfAsync("schema", "script", Path.Combine(_folder, file));
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task AssemblyWithoutTablesIsAUsageError()
    {
        ToolRun run = await ToolRun.OfAsync("schema", "show", typeof(Xunit.Assert).Assembly.Location);
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("declares no table");
    }

    [Fact]
    public async Task SavedSchemaInStepIsFine()
    {
        string saved = Saved(
            """{"Databases":{"D":{"Tables":{"Readings":{"Name":"Readings","OrderedColumns":[{"Name":"At","CslType":"datetime","DocString":"when"},{"Name":"Station","CslType":"string"},{"Name":"Value","Type":"System.Double"},{"Name":"Extra","CslType":"long"}]}}}}}""");

        ToolRun run = await ToolRun.OfAsync("schema", "check", Model(Table.Build()), "--against", saved);
        run.ExitCode.ShouldBe(ExitCode.Fine, run.Output + run.Error);
        run.Output.ShouldContain("Readings.Extra: the column is not declared");
        (await ToolRun.OfAsync("schema", "check", Model(Table.Build()), "--against", saved, "--strict")).ExitCode.ShouldBe(ExitCode.Finding);
    }

    [Theory]
    [InlineData("At:datetime,Station:string,Value:long")]
    [InlineData("Readings\tAt:datetime,Station:string,Value:long\tSamples\t\t")]
    [InlineData("TableName\tSchema\nReadings\tAt:datetime,Station:string,Value:long")]
    public async Task SavedCslSchemaOutOfStepIsFound(string text)
    {
        ToolRun run = await ToolRun.OfAsync("schema", "diff", Model(Table.Build()), "--against", Saved(text));

        run.ExitCode.ShouldBe(ExitCode.Finding, run.Error);
        run.Output.ShouldStartWith("loses data Readings.Value: the column is of type long; declared: real");
        run.Output.ShouldContain(".rename tables ['Readings']=['Readings_new']");
    }

    [Theory]
    [InlineData("json", "\"ruleId\": \"KS003\"")]
    [InlineData("markdown", "KS003")]
    [InlineData("sarif", "\"ruleId\": \"KS003\"")]
    public async Task DifferencesComeInEveryFormat(string format, string part)
    {
        ToolRun run = await ToolRun.OfAsync(
            "schema", "diff", Model(Table.Build()), "--against", Saved("At:datetime,Station:string,Value:long"), "--output", format);
        run.ExitCode.ShouldBe(ExitCode.Finding);
        run.Output.ShouldContain(part);
    }

    [Fact]
    public async Task TwoBuildsCompare()
    {
        ToolRun run = await ToolRun.OfAsync(
            "schema", "diff", Model(Table.String("Unit").Build()), "--against", Model(Table.Build()));
        run.ExitCode.ShouldBe(ExitCode.Finding);
        run.Output.ShouldContain("safe       Readings.Unit: the column is missing; declared: string");
    }

    [Theory]
    [InlineData("nonsense", "is no column of a cslschema")]
    [InlineData("{}", "The JSON is no schema")]
    public async Task WhatIsNoSavedSchemaIsAUsageError(string text, string problem)
    {
        ToolRun run = await ToolRun.OfAsync("schema", "check", Model(Table.Build()), "--against", Saved(text));
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task NothingToCompareWithIsAUsageError() =>
        (await ToolRun.OfAsync("schema", "diff", Model(Table.Build()))).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(ExitCode.Usage), run => run.Error.ShouldContain("--cluster"));

    [Fact]
    public async Task SchemaIsAppliedStepByStep()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        string[] there = ["--cluster", local.Uri.AbsoluteUri, "--database", "Samples"];
        string model = Model(Table.Build());

        ToolRun dry = await ToolRun.OfAsync(["schema", "apply", model, "--dry-run", .. there]);
        dry.ExitCode.ShouldBe(ExitCode.Fine, dry.Error);
        dry.Output.ShouldStartWith(".create-merge table ['Readings']");
        local.Database("Samples").Tables.ShouldBeEmpty();
        (await ToolRun.OfAsync(["schema", "check", model, .. there])).ExitCode.ShouldBe(ExitCode.Finding);

        (await ToolRun.OfAsync(["schema", "apply", model, .. there])).Output.ShouldBe(dry.Output);
        (await ToolRun.OfAsync(["schema", "check", model, .. there])).ExitCode.ShouldBe(ExitCode.Fine);
        (await ToolRun.OfAsync(["schema", "apply", model, .. there])).Error.ShouldBe("0 commands were run, 0 differences were left.\n");
    }

    [Fact]
    public async Task WhatNeedsCareIsLeftUntilItIsAskedFor()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        string[] there = ["--cluster", local.Uri.AbsoluteUri, "--database", "Samples"];
        await ToolRun.OfAsync(["schema", "apply", Model(Table.Build()), .. there]);
        string ordered = Model(Table.Policy(TablePolicies.RowOrder("Station")).Build());

        ToolRun run = await ToolRun.OfAsync(["schema", "apply", ordered, .. there]);
        run.ExitCode.ShouldBe(ExitCode.Finding);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("left: needs care Readings, policy roworder");

        (await ToolRun.OfAsync(["schema", "apply", ordered, "--with-care", .. there])).ExitCode.ShouldBe(ExitCode.Fine);
    }

    [Fact]
    public async Task WhatWouldBeLostIsNamedFirst()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        string[] there = ["--cluster", local.Uri.AbsoluteUri, "--database", "Samples"];
        await ToolRun.OfAsync(["schema", "apply", Model(Table.Build()), .. there]);
        string retyped = Model(TableSchema.Define("Readings").DateTime("At").Long("Station").Real("Value").Build());

        ToolRun stopped = await ToolRun.OfAsync(["schema", "apply", retyped, .. there]);
        stopped.ExitCode.ShouldBe(ExitCode.Finding);
        stopped.Output.ShouldBeEmpty();
        stopped.Error.ShouldContain("name 'Readings.Station' with --allow-data-loss.");

        ToolRun done = await ToolRun.OfAsync(["schema", "apply", retyped, "--allow-data-loss", "Readings.Station", .. there]);
        done.ExitCode.ShouldBe(ExitCode.Fine, done.Error);
        done.Output.ShouldStartWith(".alter column ['Readings'].['Station'] type=long");
    }

    [Fact]
    public async Task ClusterThatIsNotThereIsAServiceError()
    {
        ToolRun run = await ToolRun.OfAsync(
            "schema", "check", Model(Table.Build()), "--cluster", "http://127.0.0.1:1", "--database", "D");
        run.ExitCode.ShouldBe(ExitCode.Service);
        run.Error.ShouldContain("127.0.0.1");
        run.Error.ShouldNotContain("   at ");
    }

    private string Model(params TableSchema[] tables) =>
        Write("json", $$"""{"version":1,"tables":[{{string.Join(",", tables.Select(table => table.ToJson()))}}]}""");

    private string Saved(string text) => Write("txt", text);

    private string Write(string extension, string text)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():n}.{extension}");
        File.WriteAllText(path, text);
        return path;
    }
}

/// <summary>A table of this assembly.</summary>
[KustoTable("Stations")]
public sealed partial record Station(string Name, double? Height);
