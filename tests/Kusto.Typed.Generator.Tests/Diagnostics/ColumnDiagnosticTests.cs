using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed class ColumnDiagnosticTests
{
    [Theory]
    [InlineData("Action", "a JSON context")]
    [InlineData("object", "a JSON context")]
    [InlineData("dynamic", "a JSON context")]
    [InlineData("Int128", "SqlDecimal or string")]
    [InlineData("UInt128?", "SqlDecimal or string")]
    [InlineData("BigInteger", "SqlDecimal or string")]
    [InlineData("nint", "use int or long")]
    [InlineData("nuint", "use int or long")]
    [InlineData("IComparable", "List<T>")]
    [InlineData("System.Collections.IEnumerable", "List<T>")]
    [InlineData("Enum", "a JSON context")]
    [InlineData("(int Id, string State)", "use a record")]
    [InlineData("List<(int, string)>?", "use a record")]
    [InlineData("Dictionary<string, (int, string)[]>", "use a record")]
    [InlineData("System.IO.Stream", "use byte[] or string")]
    [InlineData("System.IO.MemoryStream?", "use byte[] or string")]
    [InlineData("System.IO.StringReader", "use string")]
    [InlineData("System.IO.TextWriter", "use string")]
    [InlineData("ReadOnlyMemory<char>", "use string")]
    [InlineData("Memory<char>?", "use string")]
    [InlineData("System.Threading.Tasks.Task", "the type of its result")]
    [InlineData("System.Threading.Tasks.Task<int[]>", "the type of its result")]
    [InlineData("System.Threading.Tasks.ValueTask", "the type of its result")]
    [InlineData("System.Threading.Tasks.ValueTask<string>?", "the type of its result")]
    public void TypeThatIsNoColumnIsRejected(string type, string advice) =>
        Generate(Row($"public required {{|KT0003:{type}|}} Value {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.ColumnTypeNotSupported, "'Value'", advice);

    [Fact]
    public void DelegateColumnIsRejected() =>
        Generate(Row("public {|KT0003:Action?|} OnStorm { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.ColumnTypeNotSupported, "'OnStorm' of type 'System.Action?'", "[KustoIgnore]");

    [Fact]
    public void PositionalParameterIsThePlaceOfItsColumn() =>
        Generate(InWeather("[KustoTable]\npublic partial record Storm(int Id, {|KT0003:nint|} Handle);"))
            .ShouldReport(DiagnosticDescriptors.ColumnTypeNotSupported, "'Handle' of type 'nint'");

    [Fact]
    public void PointerColumnIsRejected() =>
        Generate(InWeather("[KustoTable]\npublic unsafe partial class Storm { public {|KT0003:int*|} At { get; set; } }"))
            .ShouldReport(DiagnosticDescriptors.ColumnTypeNotSupported, "'At' of type 'int*'");

    [Fact]
    public void IgnoredPropertyMayBeOfAnyType() =>
        Generate(Row("public int Id { get; init; }\n[KustoIgnore] public object? Tag { get; init; }"))
            .ShouldHaveSchema(".Int(\"Id\")");

    [Fact]
    public void TwoColumnsOfOneNameAreRejected() =>
        Generate(Row("public int Id { get; init; }\n[KustoColumn({|KT0004:\"Id\"|})] public int Number { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.DuplicateColumn, "'Number'", "the column of 'Id' is called 'Id'");

    [Fact]
    public void NamesThatDifferInCaseAloneAreRejected() =>
        Generate(Row("public int Id { get; init; }\npublic int {|KT0004:ID|} { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.DuplicateColumn, "'ID'", "differ only in case");

    [Theory]
    [InlineData("private new int {|KT0004:Id|} { get; set; }")]
    [InlineData("public static new int {|KT0004:Id|} => 1;")]
    [InlineData("public new void {|KT0004:Id|}() { }")]
    public void ColumnThatAMemberHidesIsRejected(string member) =>
        Generate(InWeather(
            $$"""
            public class Observation { public int Id { get; set; } }
            [KustoTable] public partial class Storm : Observation { {{member}} }
            """))
            .ShouldReport(DiagnosticDescriptors.DuplicateColumn, "'Id'", "a member of 'Storm' hides the property of 'Observation'");

    [Fact]
    public void PropertyColumnsClashesWithTheClassOfTheNames() =>
        Generate(Row("public int {|KT0004:Columns|} { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.DuplicateColumn, "'Columns'", "[KustoColumn(\"Columns\")]");

    [Theory]
    [InlineData("a/b", "U+002F")]
    [InlineData("", "it is empty")]
    [InlineData("__x", "reserved")]
    public void ColumnNameOutsideOfTheAlphabetIsRejected(string name, string problem) =>
        Generate(Row($"[KustoColumn({{|KT0005:\"{name}\"|}})] public int Id {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, "column name", problem);

    [Fact]
    public void PropertyNameOutsideOfTheAlphabetIsRejected() =>
        Generate(Row("public int {|KT0005:__id|} { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, "column name '__id'", "reserved");

    [Fact]
    public void TableNameOutsideOfTheAlphabetIsRejected() =>
        Generate(InWeather("[KustoTable({|KT0005:\"a;b\"|})]\npublic partial record Storm(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, "table name 'a;b'");

    [Fact]
    public void TypeNameThatIsNoTableNameIsRejected() =>
        Generate(InWeather("[KustoTable]\npublic partial record {|KT0005:__Storm|}(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, "table name '__Storm'");

    [Fact]
    public void MappingNameOutsideOfTheAlphabetIsRejected() =>
        Generate(InWeather("[KustoTable(MappingName = {|KT0005:\"a'b\"|})]\npublic partial record Storm(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, "mapping name");

    [Theory]
    [InlineData("a\\nb")]
    [InlineData("a\\r\\tb")]
    [InlineData("a\\u001bb")]
    [InlineData("a\\u0085b")]
    [InlineData("a\\u2028b")]
    [InlineData("a\\u2029b")]
    public void LineEndsAndControlCharactersOfANameAreShownAsEscapes(string name)
    {
        Generate(InWeather($"[KustoTable({{|KT0005:\"{name}\"|}})]\npublic partial record Storm(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, $"table name '{name}' cannot");
        Generate(InWeather($"[KustoTable(MappingName = {{|KT0005:\"{name}\"|}})]\npublic partial record Storm(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, $"mapping name '{name}' cannot");
        Generate(Row($"[KustoColumn({{|KT0005:\"{name}\"|}})] public int Id {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, $"column name '{name}' cannot");
    }

    [Theory]
    [InlineData("DocString", "docstring")]
    [InlineData("Folder", "folder")]
    public void TextWithHalfOfASurrogatePairIsRejected(string argument, string what) =>
        Generate(InWeather($"[KustoTable({argument} = {{|KT0005:\"\\uD800\"|}})]\npublic partial record Storm(int Id);"))
            .ShouldReport(DiagnosticDescriptors.NameNotAllowed, what, "surrogate");

    [Theory]
    [InlineData("private int Id { get; set; }")]
    [InlineData("public static int Id { get; set; }")]
    [InlineData("public int this[int index] => index;")]
    [InlineData("public int Id { private get; set; }")]
    [InlineData("public int Id;")]
    [InlineData("[KustoIgnore] public int Id { get; set; }")]
    public void TypeWithoutColumnsIsRejected(string member) =>
        Generate(InWeather($"[KustoTable]\npublic partial class {{|KT0006:Storm|}} {{ {member} }}"))
            .ShouldReport(DiagnosticDescriptors.NoColumn, "'Storm'");

    [Theory]
    [InlineData("public int A { get; init; }\n[KustoRenamedFrom({|KT0038:\"A\"|})] public int B { get; init; }", "still the column of 'A'")]
    [InlineData("[KustoRenamedFrom({|KT0038:\"A\"|})] public int A { get; init; }", "still the column of 'A'")]
    public void FormerNameThatIsInUseIsRejected(string members, string problem) =>
        Generate(Row(members)).ShouldReport(DiagnosticDescriptors.RenameNotPossible, problem);
}
