using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed class LockTests
{
    private const string Lock =
        """
        # what has shipped
        table StormEvents
            State: string
            Injuries: int
            Magnitude: real?
        """;

    private const string State = "public string State { get; init; } = \"\";\n";
    private const string Injuries = "public int Injuries { get; init; }\n";
    private const string Magnitude = "public double? Magnitude { get; init; }\n";

    [Theory]
    [InlineData(State + Injuries + Magnitude)]
    [InlineData(Magnitude + State + Injuries)]
    [InlineData(State + Injuries + Magnitude + "public int? More { get; init; }")]
    [InlineData(State + "public int? Injuries { get; init; }\n" + Magnitude)]
    [InlineData("[KustoColumn(\"State\")] public string Region { get; init; } = \"\";\n" + Injuries + Magnitude)]
    [InlineData("[KustoRenamedFrom(\"State\")] public string Region { get; init; } = \"\";\n" + Injuries + Magnitude)]
    public void ChangeThatLosesNothingIsNotReported(string members) =>
        Generate(Row(members), locked: Lock).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void MissingColumnIsReported() =>
        Generate(Marked("StormEvent", "KT0023", State + Magnitude), locked: Lock)
            .ShouldReport(DiagnosticDescriptors.LockedColumnMissing, "The column 'Injuries' has shipped", "take it out of the lock");

    [Fact]
    public void MissingColumnThatMayBeRenamedIsReportedWithTheOtherName() =>
        Generate(Marked("StormEvent", "KT0023", State + Injuries + "public double? Strength { get; init; }"), locked: Lock)
            .ShouldReport(DiagnosticDescriptors.LockedColumnMissing, "if 'Strength' is it", "[KustoRenamedFrom(\"Magnitude\")]");

    [Fact]
    public void ColumnOfAnotherTypeIsReported() =>
        Generate(Row(State + "public {|KT0024:long|} Injuries { get; init; }\n" + Magnitude), locked: Lock)
            .ShouldReport(DiagnosticDescriptors.LockedColumnRetyped, "'Injuries' has shipped as int and would now be long");

    [Fact]
    public void ColumnThatIsRenamedAndRetypedIsReported() =>
        Generate(Row(State + "[KustoRenamedFrom(\"Injuries\")] public {|KT0024:Guid?|} Hurt { get; init; }\n" + Magnitude), locked: Lock)
            .ShouldReport(DiagnosticDescriptors.LockedColumnRetyped, "'Injuries'", "guid");

    [Fact]
    public void ColumnInTheMiddleIsRemarkedOn()
    {
        Testing.Generation generation = Generate(
            Row(State + "public int? {|KT0025:Deaths|} { get; init; }\n" + Injuries + Magnitude), locked: Lock);
        generation.ShouldReport(DiagnosticDescriptors.ColumnInserted, "'Deaths' stands before 'Injuries'");
        generation.Diagnostics[0].Severity.ShouldBe(DiagnosticSeverity.Info);
    }

    [Fact]
    public void NewColumnThatTakesNoNullIsReported() =>
        Generate(Row(State + Injuries + Magnitude + "public {|KT0026:int|} Deaths { get; init; }"), locked: Lock)
            .ShouldReport(DiagnosticDescriptors.NullRefused, "'Deaths' is new", "nullable");

    [Fact]
    public void ColumnThatTakesNoNullAnyMoreIsReported() =>
        Generate(Row(State + Injuries + "public {|KT0026:double|} Magnitude { get; init; }"), locked: Lock)
            .ShouldReport(DiagnosticDescriptors.NullRefused, "'Magnitude' has shipped as one with nulls");

    [Fact]
    public void TableThatNobodyDeclaresIsReportedAtItsLine()
    {
        Diagnostic diagnostic = Generate(Row(State), locked: "table Gone\n    A: int\n\ntable StormEvents\n    State: string")
            .Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("KT0037");
        diagnostic.GetMessage(null).ShouldContain("'Gone'");
        diagnostic.Location.GetLineSpan().ToString().ShouldBe("/project/kusto.lock: (0,0)-(0,10)");
    }

    [Theory]
    [InlineData("    A: int", "before any table")]
    [InlineData("table T\nA: int", "neither 'table NAME'")]
    [InlineData("table T\n    A int", "neither 'table NAME'")]
    [InlineData("table T\n    A: text", "'text' is none of Kusto's scalar types")]
    [InlineData("table T\n    A: int\n    A: int", "the column 'A' stands there twice")]
    [InlineData("table T\ntable T", "the table 'T' stands there twice")]
    public void LineThatSaysNothingIsReported(string text, string problem) =>
        Generate(InWeather("[KustoTable(\"T\")] public partial record Storm(int A);"), locked: text)
            .Diagnostics.Single(diagnostic => diagnostic.Id == "KT0027").GetMessage(null).ShouldContain(problem);

    [Fact]
    public void LockThatTheGeneratorWritesIsReadWithoutAWord()
    {
        string source = Row(State + Injuries + Magnitude + "public Uri? Link { get; init; }\npublic Guid Id { get; init; }");
        string file = Generate(source).File("KustoTables.g.cs");
        string text = System.Text.RegularExpressions.Regex.Match(file, "Lock = \"(?<lock>[^\"]*)\"").Groups["lock"].Value;
        text.ShouldBe("table StormEvents\\n    State: string\\n    Injuries: int\\n    Magnitude: real?\\n    Link: string?\\n    Id: guid");
        Generate(source, locked: text.Replace("\\n", "\n", StringComparison.Ordinal)).Diagnostics.ShouldBeEmpty();
    }

    private static string Marked(string type, string id, string members) =>
        Row(members).Replace($"record {type}\n", $"record {{|{id}:{type}|}}\n", StringComparison.Ordinal);
}
