using System.Reflection;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Package.Tests.Testing;

/// <summary>The package, packed once, in a feed of the tests' own.</summary>
internal sealed class TestPackage
{
    private static readonly Lazy<Task<TestPackage>> s_shared = new(PackAsync);

    private readonly string _root = Directory.CreateTempSubdirectory("kusto-typed-package-").FullName;

    private TestPackage()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_root, recursive: true);
    }

    /// <summary>The package's version, which no cache has.</summary>
    public string Version { get; } = $"0.1.0-test.t{Guid.NewGuid():N}";

    /// <summary>Where it was packed.</summary>
    public string File => Path.Combine(Feed, $"Kusto.Typed.{Version}.nupkg");

    private string Feed => Path.Combine(_root, "feed");

    /// <summary>The package; packs it if that was not done yet.</summary>
    public static Task<TestPackage> GetAsync() => s_shared.Value;

    /// <summary>A new folder whose projects can reference the package.</summary>
    public TestFolder NewFolder(string name) => new(Directory.CreateDirectory(Path.Combine(_root, name)).FullName, Feed, Version);

    private static async Task<TestPackage> PackAsync()
    {
        TestPackage package = new();
        package.WriteSettings();
        (await Dotnet.BuildAsync(
            package._root,
            "pack",
            Repository.PathOf("src", "Kusto.Typed"),
            "--no-build",
            "--configuration",
            Metadata("Configuration"),
            "--output",
            package.Feed,
            $"-p:PackageVersion={package.Version}",
            $"-p:NuspecOutputPath={Path.Combine(package._root, "nuspec")}")).ShouldSucceed();
        return package;
    }

    // A folder of packages of the tests' own, which keeps what was downloaded, but for what is under test.
    private void WriteSettings()
    {
        string packages = Repository.PathOf("artifacts", "package-tests");
        foreach (string stale in (string[])["kusto.typed", "plant.model"])
        {
            if (Directory.Exists(Path.Combine(packages, stale)))
            {
                Directory.Delete(Path.Combine(packages, stale), recursive: true);
            }
        }

        Write(
            "NuGet.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages}" /></config>
              <fallbackPackageFolders><add key="machine" value="{Metadata("Packages")}" /></fallbackPackageFolders>
              <packageSources><add key="under test" value="{Feed}" /></packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("global.json", System.IO.File.ReadAllText(Repository.PathOf("global.json")));
    }

    private void Write(string file, string text) => System.IO.File.WriteAllText(Path.Combine(_root, file), text);

    private static string Metadata(string key) => typeof(TestPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
