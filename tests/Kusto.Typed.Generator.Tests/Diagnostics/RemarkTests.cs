using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed class RemarkTests
{
    [Theory]
    [InlineData("public {|KT0013:DateTime|} Value { get; init; }", "A DateTime without a kind in 'Value' is written as UTC")]
    [InlineData("public {|KT0013:DateTime?|} Value { get; init; }", "say what it means with DateTimeKind")]
    [InlineData("public {|KT0014:DateTimeOffset|} Value { get; init; }", "The offset of 'Value' is not kept")]
    [InlineData("public {|KT0015:SqlDecimal|} Value { get; init; }", "38 digits")]
    [InlineData("[KustoColumn(Type = {|KT0016:KustoType.Long|})] public ulong Value { get; init; }", "above 9223372036854775807")]
    [InlineData("public required {|KT0017:float[]|} Value { get; init; }", "NaN")]
    [InlineData("public {|KT0017:ReadOnlyMemory<double>|} Value { get; init; }", "NaN")]
    [InlineData("public {|KT0018:string?|} Value { get; init; }", "read back as the empty string")]
    public void TypeThatDoesMoreThanItSeemsIsRemarkedOn(string property, string words)
    {
        Testing.Generation generation = Generate(Row(property));
        Diagnostic remark = generation.Diagnostics.ShouldHaveSingleItem();
        remark.Severity.ShouldBe(DiagnosticSeverity.Info);
        generation.ShouldReport(remark.Descriptor, words);
    }

    [Theory]
    [InlineData("[KustoColumn(DateTimeKind = KustoDateTimeKind.Utc)] public DateTime Value { get; init; }")]
    [InlineData("public string Value { get; init; } = \"\";")]
    [InlineData("public ulong Value { get; init; }")]
    [InlineData("public decimal Value { get; init; }")]
    [InlineData("[KustoColumn(Type = KustoType.Dynamic)] public string? Value { get; init; }")]
    public void TypeThatSaysWhatItDoesIsNot(string property) => Generate(Row(property)).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void KindOfTheTableHoldsForItsColumns() =>
        Generate(InWeather("[KustoTable(DateTimeKind = KustoDateTimeKind.Utc)] public partial record Storm(DateTime At, DateTime? Until);"))
            .Diagnostics.ShouldBeEmpty();

    [Fact]
    public void PragmaEndsARemark() =>
        Generate(Row("#pragma warning disable KT0018\npublic string? Value { get; init; }\n#pragma warning restore KT0018"))
            .Diagnostics.ShouldBeEmpty();

    [Fact]
    public void RemarkBehindThePragmaIsThere() =>
        Generate(Row("#pragma warning disable KT0018\n#pragma warning restore KT0018\npublic {|KT0018:string?|} Value { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.NullReadsEmpty);

    [Fact]
    public void SeverityIsTheUsersToSay()
    {
        Diagnostic configured = Generate(Row("public string? Value { get; init; }"), severities: [("KT0018", ReportDiagnostic.Error)])
            .Diagnostics.ShouldHaveSingleItem();
        configured.Severity.ShouldBe(DiagnosticSeverity.Error);
        Generate(Row("public string? Value { get; init; }"), severities: [("KT0018", ReportDiagnostic.Suppress)])
            .Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void ColumnsInTwoHalvesAreReported() =>
        Generate(InWeather("[KustoTable] public partial record Storm { public int Id { get; init; } }\npublic partial record Storm { public int {|KT0029:Count|} { get; init; } }"))
            .ShouldReport(DiagnosticDescriptors.ColumnsInTwoHalves, "'Count' and 'Id'", "Order");

    [Theory]
    [InlineData("[{|KT0028:KustoColumn(\"x\")|}] internal int Value { get; init; }", "has no public getter")]
    [InlineData("[{|KT0028:KustoColumn(\"x\")|}] public static int Value => 1;", "is static")]
    [InlineData("[KustoIgnore, {|KT0028:KustoColumn(\"x\")|}] public int Value { get; init; }", "has [KustoIgnore]")]
    [InlineData("[{|KT0028:KustoRenamedFrom(\"x\")|}] private int Value { get; init; }", "has no public getter")]
    public void AttributeOnWhatIsNoColumnIsReported(string property, string reason) =>
        Generate(Row("public int Id { get; init; }\n" + property)).ShouldReport(DiagnosticDescriptors.WithoutEffect, "'Value'", reason);

    [Theory]
    [InlineData("public struct Box { public int A; }", "Box")]
    [InlineData("public class Box { public int A; private int B => 1; }", "List<Box>")]
    [InlineData("public struct Box { public int A; }", "Box[]")]
    public void ObjectOfFieldsAloneIsReported(string type, string property) =>
        Generate(JsonRow($"public required {{|KT0035:{property}|}} Value {{ get; init; }}", property, type))
            .ShouldReport(DiagnosticDescriptors.JsonIsEmpty, "'Value' of type 'Weather.Box'");

    [Theory]
    [InlineData("public class Box { [JsonInclude] public int A; }")]
    [InlineData("public class Box { public int A { get; set; } public int B; }")]
    [InlineData("public class Box;")]
    public void ObjectWithPropertiesIsNot(string type) =>
        Generate(JsonRow("public required Box Value { get; init; }", "Box", type)).Diagnostics.ShouldBeEmpty();

    [Theory]
    [InlineData("string", "is a column by itself")]
    [InlineData("List<int>", "is a collection")]
    [InlineData("Hollow", "has no public property")]
    [InlineData("IComparable", "is no class or struct")]
    [InlineData("Node", "contains itself")]
    public void PropertyThatCannotBeFlattenedIsRejected(string type, string problem)
    {
        const string Beside = "public sealed class Node { [{|KT0033:KustoFlatten|}] public Node? Next { get; set; } }\npublic sealed class Hollow;";
        string beside = type == "Node" ? Beside : Beside.Replace("{|KT0033:KustoFlatten|}", "KustoFlatten", StringComparison.Ordinal);
        string attribute = type == "Node" ? "KustoFlatten" : "{|KT0033:KustoFlatten|}";
        Generate(Row($"[{attribute}] public required {type} Value {{ get; init; }}", beside))
            .ShouldReport(DiagnosticDescriptors.FlattenNotPossible, problem, "remove [KustoFlatten]");
    }
}
