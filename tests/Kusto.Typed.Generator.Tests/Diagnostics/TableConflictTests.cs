using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed class TableConflictTests
{
    private const string Storm = "[KustoTable(\"Storms\", MappingName = \"m\")]\npublic partial record Storm(int Id, string State);\n";

    [Theory]
    [InlineData("string State, int Id")]
    [InlineData("int Id")]
    [InlineData("int Id, string Region")]
    [InlineData("int Id, string State, long Count")]
    public void OneMappingOfDifferentColumnsIsRejected(string columns) =>
        Generate(InWeather(
            $"{Storm}[{{|KT0012:KustoTable(\"Storms\", MappingName = \"m\")|}}]\npublic partial record Rain({columns});"))
            .ShouldReport(
                DiagnosticDescriptors.TableConflict,
                "'Weather.Rain' and 'Weather.Storm' declare the table 'Storms' with the mapping 'm' and different columns",
                "another MappingName, or none");

    [Fact]
    public void MappingThatIsCalledLikeTheDefaultOfAnotherIsRejected()
    {
        const string Other = "[KustoTable(\"Storms\")]\npublic partial record Calm(int Id);\n";
        string name = Generate(InWeather(Other)).File("Weather.Calm.g.cs")
            .Split('"')
            .First(part => part.StartsWith("Storms_csv_", StringComparison.Ordinal));
        Generate(InWeather(
            $"{Other}[{{|KT0012:KustoTable(\"Storms\", MappingName = \"{name}\")|}}]\npublic partial record Rain(long Count);"))
            .ShouldReport(DiagnosticDescriptors.TableConflict, name);
    }

    [Theory]
    [InlineData("KustoTable(\"Storms\")")]
    [InlineData("KustoTable(\"Storms\", MappingName = \"n\")")]
    public void ColumnOfTwoTypesIsRejected(string attribute) =>
        Generate(InWeather($"{Storm}[{{|KT0012:{attribute}|}}]\npublic partial record Rain(long Id);"))
            .ShouldReport(
                DiagnosticDescriptors.TableConflict,
                "'Weather.Rain' and 'Weather.Storm' declare the table 'Storms' with a column 'Id', long here and int there",
                "one type");

    [Fact]
    public void ColumnOfTwoTypesUnderOneMappingIsRejectedOnce() =>
        Generate(InWeather(
            $"{Storm}[{{|KT0012:KustoTable(\"Storms\", MappingName = \"m\")|}}]\npublic partial record Rain(long Id, string State);"))
            .ShouldReport(DiagnosticDescriptors.TableConflict, "'Id', long");

    [Fact]
    public void OneConflictIsReportedForEachLaterType() =>
        Generate(InWeather(
            Storm
            + "[KustoTable(\"Storms\", MappingName = \"m\")]\npublic partial record Rain(int Id);\n"
            + "[KustoTable(\"Storms\", MappingName = \"m\")]\npublic partial record Snow(string State);"))
            .Diagnostics.Select(diagnostic => diagnostic.Id).ShouldBe(["KT0012", "KT0012"]);

    [Theory]
    [InlineData("KustoTable(\"Storms\", MappingName = \"m\")", "int Id, string State")]
    [InlineData("KustoTable(\"Storms\", MappingName = \"m\", DocString = \"Again\")", "int? Id, string? State")]
    [InlineData("KustoTable(\"Storms\")", "string State, int Id")]
    [InlineData("KustoTable(\"Storms\", MappingName = \"n\")", "int Id, string Region")]
    [InlineData("KustoTable(\"Storms\", MappingName = \"M\")", "string State")]
    [InlineData("KustoTable(\"Rains\", MappingName = \"m\")", "long Id")]
    public void RowTypesOfOneTableThatAgreeAreAllowed(string attribute, string columns) =>
        Generate(InWeather($"{Storm}[{attribute}]\npublic partial record Rain({columns});")).ShouldCompile();

    [Fact]
    public void PragmaAtTheAttributeAllowsAConflict()
    {
        Testing.Generation generation = Generate(InWeather(
            $"{Storm}#pragma warning disable KT0012\n[KustoTable(\"Storms\")]\npublic partial record Rain(long Id);"));
        generation.Diagnostics.ShouldAllBe(diagnostic => diagnostic.IsSuppressed);
        generation.HintNames.ShouldContain("Weather.Rain.g.cs");
        generation.CompilerProblems.ShouldBeEmpty();
    }
}
