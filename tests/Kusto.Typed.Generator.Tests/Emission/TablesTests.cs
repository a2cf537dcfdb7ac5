using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class TablesTests
{
    private const string Storm = "[KustoTable] public partial record Storm(int Id);";

    [Theory]
    [InlineData("My.Root", "namespace My.Root;")]
    [InlineData("My-App.2nd.class", "namespace My_App._2nd.@class;")]
    [InlineData(null, "namespace Weather.App;")]
    [InlineData(" ", "namespace Weather.App;")]
    public void ListIsInTheRootNamespace(string? rootNamespace, string line) =>
        Generate(InWeather(Storm), rootNamespace: rootNamespace).File("KustoTables.g.cs").ShouldContain($"\n{line}\n");

    [Fact]
    public void AssemblyWithoutRowsHasNoList() =>
        Generate(InWeather("public partial record Storm(int Id);")).ShouldCompile().HintNames.ShouldBeEmpty();

    [Fact]
    public void TakenNameOfTheListIsReportedOnce()
    {
        Testing.Generation generation = Generate(
            WithUsings($"namespace Weather;\n{Storm}\ninternal static class KustoTables {{ }}"), rootNamespace: "Weather");
        generation.Diagnostics.ShouldHaveSingleItem().Descriptor.ShouldBe(DiagnosticDescriptors.GeneratedNameTaken);
        generation.CompilerProblems.ShouldBeEmpty();
    }
}
