using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed class ShapeDiagnosticTests
{
    [Fact]
    public void TypeThatIsNotPartialIsRejected() =>
        Generate(InWeather("[KustoTable]\npublic record {|KT0001:Storm|}(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NotPartial, "'Storm'", "make it partial");

    [Fact]
    public void ContainerThatIsNotPartialIsRejected() =>
        Generate(InWeather("public class {|KT0001:Outer|}\n{\n[KustoTable]\npublic partial record Storm(int Id);\n}"))
            .ShouldReport(DiagnosticDescriptors.NotPartial, "'Outer'", "'Storm' inside it");

    [Theory]
    [InlineData("public static partial class {|KT0002:Storm|} { public static int Id { get; set; } }", "static")]
    [InlineData("public abstract partial class {|KT0002:Storm|} { public int Id { get; set; } }", "abstract")]
    [InlineData("public ref partial struct {|KT0002:Storm|} { public int Id { get; set; } }", "a ref struct")]
    [InlineData("public partial record {|KT0002:Storm|}<T>(int Id);", "generic")]
    [InlineData("file partial record {|KT0002:Storm|}(int Id);", "local to its file")]
    public void ShapeThatIsNoRowIsRejected(string declaration, string problem) =>
        Generate(InWeather("[KustoTable]\n" + declaration))
            .ShouldReport(DiagnosticDescriptors.ShapeNotSupported, "'Storm'", problem);

    [Fact]
    public void RowInsideAGenericTypeIsRejected() =>
        Generate(InWeather("public partial class Outer<T>\n{\n[KustoTable]\npublic partial record {|KT0002:Storm|}(int Id);\n}"))
            .ShouldReport(DiagnosticDescriptors.ShapeNotSupported, "'Storm'", "inside a generic type");

    [Fact]
    public void LanguageWithoutStaticAbstractMembersIsRejected() =>
        Generate("[Kusto.Typed.KustoTable]\npublic partial record {|KT0011:Storm|}(int Id);", LanguageVersion.CSharp10)
            .ShouldReport(DiagnosticDescriptors.LanguageTooOld, "C# 10.0", "LangVersion");

    [Fact]
    public void CompanionNameThatATypeHasIsRejected() =>
        Generate(InWeather("[KustoTable]\npublic partial record {|KT0010:Storm|}(int Id);\npublic class StormTable { }"))
            .ShouldReport(DiagnosticDescriptors.GeneratedNameTaken, "'StormTable'", "'Weather'");

    [Fact]
    public void CompanionNameThatAMemberOfTheContainerHasIsRejected() =>
        Generate(InWeather("public partial class Outer\n{\npublic int StormTable;\n[KustoTable]\npublic partial record {|KT0010:Storm|}(int Id);\n}"))
            .ShouldReport(DiagnosticDescriptors.GeneratedNameTaken, "'StormTable'", "'Weather.Outer'");

    [Fact]
    public void CompanionNameThatTheContainerHasIsRejected() =>
        Generate(InWeather("public partial class StormTable\n{\n[KustoTable]\npublic partial record {|KT0010:Storm|}(int Id);\n}"))
            .ShouldReport(DiagnosticDescriptors.GeneratedNameTaken, "'StormTable'");

    [Fact]
    public void CompanionNameThatAColumnHasIsRejected() =>
        Generate(InWeather("[KustoTable]\npublic partial record {|KT0010:Storm|}(int StormTable);"))
            .ShouldReport(DiagnosticDescriptors.GeneratedNameTaken, "'StormTable'", "'Weather.Storm'");

    [Fact]
    public void OtherTypesAreGeneratedBesideOneWithAnError()
    {
        Testing.Generation generation = Generate(InWeather(
            "[KustoTable]\npublic partial record {|KT0005:__Storm|}(int Id);\n[KustoTable]\npublic partial record Calm(int Id);"));
        generation.ShouldReport(DiagnosticDescriptors.NameNotAllowed);
        generation.HintNames.ShouldBe(["Weather.Calm.g.cs", "KustoTables.g.cs"], ignoreOrder: true);
    }
}
