using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class ScalarColumnTests
{
    public static TheoryData<string, string, string, string, int> Scalars { get; } = new()
    {
        { "bool", "Bool", "WriteBool", "ReadBoolean", 5 },
        { "byte", "Int", "WriteInt", "ReadByte", 11 },
        { "sbyte", "Int", "WriteInt", "ReadSByte", 11 },
        { "short", "Int", "WriteInt", "ReadInt16", 11 },
        { "ushort", "Int", "WriteInt", "ReadUInt16", 11 },
        { "int", "Int", "WriteInt", "ReadInt32", 11 },
        { "uint", "Long", "WriteLong", "ReadUInt32", 20 },
        { "long", "Long", "WriteLong", "ReadInt64", 20 },
        { "ulong", "Decimal", "WriteDecimal", "ReadUInt64", 20 },
        { "Half", "Real", "WriteReal", "ReadHalf", 24 },
        { "float", "Real", "WriteReal", "ReadSingle", 24 },
        { "double", "Real", "WriteReal", "ReadDouble", 24 },
        { "decimal", "Decimal", "WriteDecimal", "ReadDecimal", 31 },
        { "DateTime", "DateTime", "WriteDateTime", "ReadDateTime", 28 },
        { "DateTimeOffset", "DateTime", "WriteDateTime", "ReadDateTimeOffset", 28 },
        { "DateOnly", "DateTime", "WriteDateTime", "ReadDateOnly", 28 },
        { "TimeSpan", "TimeSpan", "WriteTimeSpan", "ReadTimeSpan", 26 },
        { "TimeOnly", "TimeSpan", "WriteTimeSpan", "ReadTimeOnly", 26 },
        { "Guid", "Guid", "WriteGuid", "ReadGuid", 36 },
        { "char", "String", "WriteString", "ReadChar", 8 },
        { "Rune", "String", "WriteString", "ReadRune", 8 },
        { "Uri", "String", "WriteString", "ReadUri", 0 },
        { "Version", "String", "WriteString", "ReadVersion", 44 },
        { "IPAddress", "String", "WriteString", "ReadIPAddress", 66 },
        { "DayOfWeek", "String", "WriteEnum", "ReadEnum<global::System.DayOfWeek>", 0 },
    };

    public static TheoryData<string, string> Dynamics { get; } = new()
    {
        { "JsonElement", "ReadJsonElement" },
        { "JsonDocument", "ReadJsonDocument" },
        { "JsonNode", "ReadJsonNode" },
        { "JsonObject", "ReadJsonObject" },
        { "JsonArray", "ReadJsonArray" },
        { "JsonValue", "ReadJsonValue" },
        { "float[]", "ReadSingles" },
        { "double[]", "ReadDoubles" },
        { "ReadOnlyMemory<float>", "ReadSingles" },
        { "ReadOnlyMemory<double>", "ReadDoubles" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void ScalarHasItsColumnItsCallsAndItsRoom(string type, string column, string write, string read, int bytes) =>
        Generate(Row($"public required {type} Value {{ get; init; }}"))
            .ShouldHaveSchema($".{column}(\"Value\")")
            .ShouldReserve(bytes + 1)
            .ShouldHaveWriteBody($"csv.{write}(row.Value);   // 0 Value")
            .ShouldHaveReadBody($"new()\n{{\nValue = record.{read}(0),\n}};");

    [Theory]
    [MemberData(nameof(Scalars))]
    public void NullableScalarIsWrittenByTheSameCall(string type, string column, string write, string read, int bytes) =>
        Generate(Row($"public {type}? Value {{ get; init; }}"))
            .ShouldHaveSchema($".{column}(\"Value\")")
            .ShouldReserve(bytes + 1)
            .ShouldHaveWriteBody($"csv.{write}(row.Value);   // 0 Value: empty when null")
            .ShouldHaveReadBody($"new()\n{{\nValue = record.IsNull(0) ? null : record.{read}(0),\n}};");

    [Theory]
    [MemberData(nameof(Dynamics))]
    public void JsonNeedsNoContextWhereTheTypeIsJsonItself(string type, string read) =>
        Generate(Row($"public required {type} Value {{ get; init; }}"))
            .ShouldHaveSchema(".Dynamic(\"Value\")")
            .ShouldReserve(1)
            .ShouldHaveWriteBody("csv.WriteDynamic(row.Value);   // 0 Value: JSON")
            .ShouldHaveReadBody($"new()\n{{\nValue = record.{read}(0),\n}};");

    [Theory]
    [InlineData("byte[]")]
    [InlineData("ReadOnlyMemory<byte>")]
    public void BytesAreBase64(string type) =>
        Generate(Row($"public required {type} Value {{ get; init; }}"))
            .ShouldHaveSchema(".String(\"Value\")")
            .ShouldHaveWriteBody("csv.WriteBase64(row.Value);   // 0 Value: base64")
            .ShouldHaveReadBody("new()\n{\nValue = record.ReadBytes(0),\n};");

    [Fact]
    public void SqlDecimalIsADecimal() =>
        Generate(Row("public SqlDecimal Value { get; init; }"))
            .ShouldHaveSchema(".Decimal(\"Value\")")
            .ShouldReserve(42)
            .ShouldHaveWriteBody("csv.WriteDecimal(row.Value);   // 0 Value");

    [Fact]
    public void StringsAreTouchedFourACallAndReserveTheirSeparators() =>
        Generate(Row(
            """
            public required string A { get; init; }
            public required string B { get; init; }
            public int Number { get; init; }
            public required string C { get; init; }
            public required string D { get; init; }
            public required string E { get; init; }
            public string? F { get; init; }
            """))
            .ShouldReserve(18)
            .ShouldContain("global::Kusto.Typed.Csv.KustoCsvWriter.Touch(row.A, row.B, row.C, row.D);")
            .ShouldContain("global::Kusto.Typed.Csv.KustoCsvWriter.Touch(row.E, row.F);");
}
