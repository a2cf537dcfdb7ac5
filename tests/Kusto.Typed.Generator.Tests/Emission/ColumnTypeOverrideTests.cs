using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class ColumnTypeOverrideTests
{
    [Theory]
    [InlineData("byte", "Long", "WriteLong", "ReadByte", 20)]
    [InlineData("int", "Long", "WriteLong", "ReadInt32", 20)]
    [InlineData("ushort", "Long", "WriteLong", "ReadUInt16", 20)]
    [InlineData("ulong", "Long", "WriteLong", "ReadUInt64", 20)]
    [InlineData("DayOfWeek", "Int", "WriteEnumNumber", "ReadEnumNumber<global::System.DayOfWeek>", 20)]
    [InlineData("DayOfWeek", "Long", "WriteEnumNumber", "ReadEnumNumber<global::System.DayOfWeek>", 20)]
    [InlineData("int", "Int", "WriteInt", "ReadInt32", 11)]
    public void ColumnMayBeWider(string type, string column, string write, string read, int bytes) =>
        Generate(Row($"[KustoColumn(Type = KustoType.{column})] public {type} Value {{ get; init; }}"))
            .ShouldHaveSchema($".{column}(\"Value\")")
            .ShouldReserve(bytes + 1)
            .ShouldHaveWriteBody($"csv.{write}(row.Value);   // 0 Value")
            .ShouldHaveReadBody($"new()\n{{\nValue = record.{read}(0),\n}};");

    [Fact]
    public void StringMayBeJsonText() =>
        Generate(Row("[KustoColumn(Type = KustoType.Dynamic)] public string? Value { get; init; }"))
            .ShouldHaveSchema(".Dynamic(\"Value\")")
            .ShouldReserve(1)
            .ShouldHaveWriteBody("csv.WriteDynamic(row.Value);   // 0 Value: JSON")
            .ShouldHaveReadBody("new()\n{\nValue = record.IsNull(0) ? null : record.ReadJsonText(0),\n};");

    [Theory]
    [InlineData("int", "String", "string")]
    [InlineData("long", "Int", "int")]
    [InlineData("uint", "Int", "int")]
    [InlineData("double", "Decimal", "decimal")]
    [InlineData("string", "Int", "int")]
    [InlineData("DateTime", "Long", "long")]
    [InlineData("bool", "Int", "int")]
    [InlineData("DayOfWeek", "Dynamic", "dynamic")]
    [InlineData("LongLevel", "Int", "int")]
    [InlineData("ULongLevel", "Long", "long")]
    [InlineData("byte[]", "Dynamic", "dynamic")]
    public void ColumnThatLosesSomethingIsRejected(string type, string column, string kusto) =>
        Generate(Row(
            $"[KustoColumn(Type = {{|KT0008:KustoType.{column}|}})] public required {type} Value {{ get; init; }}",
            "public enum LongLevel : long { Low }\npublic enum ULongLevel : ulong { Low }"))
            .ShouldReport(DiagnosticDescriptors.OverrideNotPossible, "'Value'", $"cannot be a {kusto} column", "remove Type");

    [Fact]
    public void UnknownColumnTypeIsRejected() =>
        Generate(Row("[KustoColumn(Type = {|KT0008:(KustoType)77|})] public int Value { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.OverrideNotPossible, "'Value'", "77 (no Kusto type)");
}
