namespace Kusto.Typed.Package.Tests.Testing;

/// <summary>A folder with projects in it.</summary>
internal sealed class TestFolder(string path, string feed, string version)
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>The folder of the packages under test.</summary>
    public string Feed { get; } = feed;

    /// <summary>Adds a project with the package, nullable on and warnings as errors.</summary>
    public void AddProject(string name, string properties, string source, string items = "")
    {
        Write(
            $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kusto.Typed" Version="{version}" />
                {items}
              </ItemGroup>
            </Project>
            """);
        Write($"{name}/Source.cs", source);
    }

    /// <summary>Writes a file, and its folder.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>The text of a file.</summary>
    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string file) => File.Exists(PathOf(file));

    /// <summary>A path inside the folder.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Runs the SDK in the folder.</summary>
    public Task<Dotnet.Run> RunAsync(params string[] arguments) => Dotnet.BuildAsync(Path, arguments);
}
