using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class FilledColumnTests
{
    [Fact]
    public void FilledColumnsStandBehindTheOthersAndHaveNoField() =>
        Generate(Filled(
            """
            [KustoFilledColumn("Environment", Value = "production", DocString = "Where it ran")]
            [KustoFilledColumn("Version", Value = "2", Type = KustoType.Int)]
            [KustoFilledColumn("File", Transform = KustoTransform.SourceLocation)]
            [KustoFilledColumn("the line", Transform = KustoTransform.SourceLineNumber)]
            """))
            .ShouldHaveSchema(
                """
                .Int("Id")
                .String("Environment", "Where it ran").Constant("production")
                .Int("Version").Constant("2")
                .String("File").Transform(global::Kusto.Typed.KustoTransform.SourceLocation)
                .Long("the line").Transform(global::Kusto.Typed.KustoTransform.SourceLineNumber)
                """)
            .ShouldHaveWriteBody("csv.WriteInt(row.Id);   // 0 Id")
            .ShouldHaveReadBody("new(\nId: record.ReadInt32(0));")
            .ShouldContain("public const string the_line = \"the line\";");

    [Theory]
    [InlineData("{|KT0034:KustoFilledColumn(\"A\")|}", "filled with nothing")]
    [InlineData("KustoFilledColumn(\"A\", Value = \"x\", Transform = {|KT0034:KustoTransform.SourceLocation|})", "filled twice")]
    [InlineData("KustoFilledColumn(\"A\", Value = {|KT0034:\"x\"|}, Type = KustoType.Int)", "'x' is no int")]
    [InlineData("KustoFilledColumn(\"A\", Value = {|KT0034:\"31/01/2026\"|}, Type = KustoType.DateTime)", "is no datetime")]
    [InlineData("KustoFilledColumn(\"A\", Value = {|KT0034:\"yes\"|}, Type = KustoType.Bool)", "is no bool")]
    [InlineData("KustoFilledColumn(\"A\", Value = {|KT0034:\"2d\"|}, Type = KustoType.TimeSpan)", "is no timespan")]
    [InlineData("KustoFilledColumn(\"A\", Value = \"x\", Type = {|KT0034:(KustoType)77|})", "its type is none")]
    public void ColumnThatNothingFillsIsRejected(string attribute, string problem) =>
        Generate(Filled($"[{attribute}]")).ShouldReport(DiagnosticDescriptors.FilledColumnNotPossible, "'A'", problem);

    [Theory]
    [InlineData("Transform = {|KT0022:KustoTransform.BytesAsBase64|}", "none of the transformations")]
    [InlineData("Transform = {|KT0022:KustoTransform.DateTimeFromUnixSeconds|}", "put it on a property of type long")]
    [InlineData("Type = KustoType.Int, Transform = {|KT0022:KustoTransform.SourceLineNumber|}", "gives a long, and the column is a int")]
    public void TransformationThatNeedsAFieldIsRejected(string arguments, string problem) =>
        Generate(Filled($"[KustoFilledColumn(\"A\", {arguments})]"))
            .ShouldReport(DiagnosticDescriptors.TransformNotPossible, "'A'", problem);

    [Theory]
    [InlineData("Id")]
    [InlineData("id")]
    public void NameThatAnotherColumnHasIsRejected(string name) =>
        Generate(Filled($"[KustoFilledColumn({{|KT0004:\"{name}\"|}}, Value = \"x\")]"))
            .ShouldReport(DiagnosticDescriptors.DuplicateColumn, "another column is called so");

    private static string Filled(string attributes) => InWeather($"[KustoTable]\n{attributes}\npublic partial record Storm(int Id);");
}
