using Kusto.Typed.Package.Tests.Testing;

namespace Kusto.Typed.Package.Tests;

/// <summary>What the build makes of tables that come, change and go.</summary>
public sealed class ChangedTablesTests
{
    private const string Script = "Plant/bin/Debug/net10.0/kusto/schema.kql";

    [Fact]
    public async Task FilesComeAndGoWithTheTables()
    {
        TestFolder folder = (await TestPackage.GetAsync()).NewFolder("changing");
        folder.AddProject("Plant", "<TargetFramework>net10.0</TargetFramework>", "public sealed class Nothing;");
        (await folder.RunAsync("build", "Plant")).ShouldSucceed();
        folder.Has(Script).ShouldBeFalse();

        folder.Write("Plant/Source.cs", Table("int Id"));
        (await folder.RunAsync("build", "Plant", "--no-restore")).ShouldSucceed();
        folder.Read(Script).ShouldContain("['Id']:int");

        File.Delete(folder.PathOf(Script));
        (await folder.RunAsync("build", "Plant", "--no-restore")).ShouldSucceed();
        folder.Read(Script).ShouldContain("['Id']:int");

        folder.Write("Plant/Source.cs", "public sealed class Nothing;");
        (await folder.RunAsync("build", "Plant", "--no-restore")).ShouldSucceed();
        folder.Has(Script).ShouldBeFalse();
    }

    [Fact]
    public async Task OneTableOfTwoProjectsIsAnError()
    {
        TestFolder folder = (await TestPackage.GetAsync()).NewFolder("twice");
        folder.AddProject("Model", "<TargetFramework>net10.0</TargetFramework>", Table("int Id"));
        folder.AddProject(
            "Program",
            "<TargetFramework>net10.0</TargetFramework>",
            $"namespace Other {{ {Table("long Id")} }}",
            "<ProjectReference Include=\"../Model/Model.csproj\" />");
        Dotnet.Run run = (await folder.RunAsync("build", "Program")).ShouldFailWith("KTB002");
        run.Output.ShouldContain("The table 'Readings' is declared by two assemblies, 'Program' and 'Model'");

        (await folder.RunAsync("build", "Program", "--no-restore", "-p:KustoSchemaEnabled=false")).ShouldSucceed();
        folder.Has("Program/bin/Debug/net10.0/kusto/schema.kql").ShouldBeFalse();
    }

    [Fact]
    public async Task TheLockIsMadeAndMadeAnewByTheBuild()
    {
        TestFolder folder = (await TestPackage.GetAsync()).NewFolder("locked");
        folder.AddProject("Plant", "<TargetFramework>net10.0</TargetFramework>", Table("int Id, string Name"));
        (await folder.RunAsync("build", "Plant", "-p:KustoLockUpdate=true")).ShouldSucceed();
        folder.Read("Plant/kusto.lock").ShouldEndWith("\n\ntable Readings\n    Id: int\n    Name: string\n");

        folder.Write("Plant/Source.cs", Table("int Id"));
        (await folder.RunAsync("build", "Plant", "--no-restore")).ShouldFailWith("KT0023");

        (await folder.RunAsync("build", "Plant", "--no-restore", "-p:KustoLockUpdate=true")).ShouldSucceed();
        folder.Read("Plant/kusto.lock").ShouldEndWith("\n\ntable Readings\n    Id: int\n");
        (await folder.RunAsync("build", "Plant", "--no-restore")).ShouldSucceed();
    }

    private static string Table(string columns) =>
        $"[Kusto.Typed.KustoTable(\"Readings\")] public partial record Reading({columns});";
}
