using Kusto.Typed.Package.Tests.Testing;

namespace Kusto.Typed.Package.Tests;

/// <summary>A solution of an application, its model for two frameworks, and a project without tables; built once.</summary>
public sealed class PlantSolution : IAsyncLifetime
{
    internal TestFolder Folder { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Folder = (await TestPackage.GetAsync()).NewFolder("plant");
        Folder.AddProject(
            "Plant.Model",
            """
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <KustoSchemaOutput>schema</KustoSchemaOutput>
            <Version>1.0.0-test</Version>
            """,
            "[Kusto.Typed.KustoTable(\"Readings\")] public partial record Reading(DateTime At, double Value);");
        Folder.AddProject(
            "Plant.App",
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>",
            """
            Console.WriteLine("started");

            [Kusto.Typed.KustoTable("Zones")] public partial record Zone(int Id, string Name);
            """,
            "<ProjectReference Include=\"../Plant.Model/Plant.Model.csproj\" />");
        Folder.AddProject("Plant.Plain", "<TargetFramework>net10.0</TargetFramework>", "public sealed class Nothing;");
        await Dotnet.RunAsync(Folder.Path, "new", "sln", "--name", "Plant");
        await Dotnet.RunAsync(Folder.Path, "sln", "add", "Plant.App", "Plant.Model", "Plant.Plain");
        (await Folder.RunAsync("build", "-m")).ShouldSucceed();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;
}
