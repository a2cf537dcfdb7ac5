using System.IO.Compression;
using Kusto.Typed.Package.Tests.Testing;

namespace Kusto.Typed.Package.Tests;

public sealed class PackageContentTests
{
    [Fact]
    public async Task ThePackageCarriesWhatProjectsNeedAndNothingElse()
    {
        TestPackage package = await TestPackage.GetAsync();
        using ZipArchive content = ZipFile.OpenRead(package.File);
        content.Entries.Select(entry => entry.FullName)
            .Where(file => !file.StartsWith("_rels/", StringComparison.Ordinal)
                && !file.StartsWith("package/", StringComparison.Ordinal)
                && file is not "[Content_Types].xml")
            .ShouldBe(
                [
                    "Kusto.Typed.nuspec",
                    "README.md",
                    "analyzers/dotnet/cs/Kusto.Typed.CodeFixes.dll",
                    "analyzers/dotnet/cs/Kusto.Typed.Generator.dll",
                    "build/Kusto.Typed.props",
                    "build/Kusto.Typed.targets",
                    "buildTransitive/Kusto.Typed.props",
                    "buildTransitive/Kusto.Typed.targets",
                    "lib/net10.0/Kusto.Typed.dll",
                    "lib/net10.0/Kusto.Typed.xml",
                    "lib/net8.0/Kusto.Typed.dll",
                    "lib/net8.0/Kusto.Typed.xml",
                    "tasks/netstandard2.0/Kusto.Typed.Build.dll",
                ],
                ignoreOrder: true);
    }
}
