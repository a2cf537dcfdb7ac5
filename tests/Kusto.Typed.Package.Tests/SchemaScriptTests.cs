using Kusto.Typed.Package.Tests.Testing;

namespace Kusto.Typed.Package.Tests;

/// <summary>The schema's files as they come with nothing but the package.</summary>
public sealed class SchemaScriptTests(PlantSolution plant) : IClassFixture<PlantSolution>
{
    private const string AppFolder = "Plant.App/bin/Debug/net10.0/kusto/";

    private readonly TestFolder _folder = plant.Folder;

    [Fact]
    public void TheScriptLiesBesideTheProgramWithTheTablesOfItsReferences()
    {
        _folder.Read(AppFolder + "schema.kql").Split('\n').Where(line => line.Length > 0).Skip(1).Select(line => line.Split(" [")[0])
            .ShouldBe(
                [
                    "// Zones",
                    ".create-merge table",
                    ".create-or-alter table",
                    "// Readings, from Plant.Model",
                    ".create-merge table",
                    ".create-or-alter table",
                ]);
        _folder.Read(AppFolder + "schema.json").ShouldContain("{\"table\":\"Zones\"");
    }

    [Fact]
    public void TheScriptOfSeveralFrameworksLiesWhereTheProjectSays()
    {
        _folder.Read("Plant.Model/schema/schema.kql").ShouldContain(".create-merge table ['Readings']");
        _folder.Has("Plant.Model/schema/schema.json").ShouldBeTrue();
        Directory.Exists(_folder.PathOf("Plant.Model/bin/Debug/net8.0/kusto")).ShouldBeFalse();
    }

    [Fact]
    public void ProjectWithoutTablesHasNoScript() =>
        Directory.Exists(_folder.PathOf("Plant.Plain/bin/Debug/net10.0/kusto")).ShouldBeFalse();

    [Fact]
    public async Task BuildThatChangesNothingDoesNothing()
    {
        (await _folder.RunAsync("build")).ShouldSucceed();
        DateTime written = File.GetLastWriteTimeUtc(_folder.PathOf(AppFolder + "schema.kql"));
        Dotnet.Run again = await _folder.RunAsync("build", "--no-restore", "-verbosity:detailed");
        again.ShouldSucceed();
        again.Output.Split("Skipping target \"_KustoSchema\" because all output files are up-to-date").Length.ShouldBe(4);
        File.GetLastWriteTimeUtc(_folder.PathOf(AppFolder + "schema.kql")).ShouldBe(written);
    }

    [Fact]
    public async Task CommittedCopyIsVerified()
    {
        string[] verify = ["build", "Plant.App", "--no-restore", "-p:KustoSchemaVerify=true"];
        Dotnet.Run run = (await _folder.RunAsync(verify)).ShouldFailWith("KTB004");
        run.Output.ShouldContain("KustoSchemaOutput does not say");

        verify = [.. verify, "-p:KustoSchemaOutput=../copy"];
        _folder.Write("copy/schema.json", _folder.Read(AppFolder + "schema.json"));
        _folder.Write("copy/schema.kql", _folder.Read(AppFolder + "schema.kql").ReplaceLineEndings("\r\n"));
        (await _folder.RunAsync(verify)).ShouldSucceed();

        string stale = _folder.Read("copy/schema.kql").Replace(", ['Name']:string", "", StringComparison.Ordinal);
        _folder.Write("copy/schema.kql", stale);
        run = (await _folder.RunAsync(verify)).ShouldFailWith("KTB001");
        run.Output.ShouldContain("- .create-merge table ['Zones'] (['Id']:int)");
        run.Output.ShouldContain("+ .create-merge table ['Zones'] (['Id']:int, ['Name']:string)");
        run.Output.ShouldContain("-p:KustoSchemaVerify=false");
        (await _folder.RunAsync(verify)).ShouldFailWith("KTB001");
        _folder.Read("copy/schema.kql").ShouldBe(stale);
    }

    [Fact]
    public async Task TablesOfPackagesComeOnRequest()
    {
        (await _folder.RunAsync("pack", "Plant.Model", "--no-build", "--configuration", "Debug", "--output", _folder.Feed))
            .ShouldSucceed();
        _folder.AddProject(
            "Plant.Guest",
            "<TargetFramework>net10.0</TargetFramework>",
            "public sealed class Nothing;",
            "<PackageReference Include=\"Plant.Model\" Version=\"1.0.0-test\" />");
        (await _folder.RunAsync("build", "Plant.Guest")).ShouldSucceed();
        _folder.Has("Plant.Guest/bin/Debug/net10.0/kusto/schema.kql").ShouldBeFalse();

        (await _folder.RunAsync("build", "Plant.Guest", "-p:KustoSchemaIncludePackages=true")).ShouldSucceed();
        _folder.Read("Plant.Guest/bin/Debug/net10.0/kusto/schema.kql").ShouldContain("// Readings, from Plant.Model\n");
    }

    [Fact]
    public async Task PublishingTakesTheFilesAlong()
    {
        (await _folder.RunAsync("publish", "Plant.App", "--configuration", "Debug", "--output", _folder.PathOf("out")))
            .ShouldSucceed();
        _folder.Read("out/kusto/schema.kql").ShouldBe(_folder.Read(AppFolder + "schema.kql"));
        _folder.Read("out/kusto/schema.json").ShouldBe(_folder.Read(AppFolder + "schema.json"));
    }
}
