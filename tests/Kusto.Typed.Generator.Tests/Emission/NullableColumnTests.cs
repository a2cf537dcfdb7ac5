using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class NullableColumnTests
{
    [Fact]
    public void NullableIntIsWrittenAsIs() =>
        Generate(Row("public int? InjuriesDirect { get; init; }"))
            .ShouldHaveWriteBody("csv.WriteInt(row.InjuriesDirect);   // 0 InjuriesDirect: empty when null");

    [Theory]
    [InlineData("int?", "record.IsNull(0) ? null : record.ReadInt32(0)")]
    [InlineData("DayOfWeek?", "record.IsNull(0) ? null : record.ReadEnum<global::System.DayOfWeek>(0)")]
    [InlineData("Uri?", "record.IsNull(0) ? null : record.ReadUri(0)")]
    [InlineData("JsonElement?", "record.IsNull(0) ? null : record.ReadJsonElement(0)")]
    [InlineData("float[]?", "record.IsNull(0) ? null : record.ReadSingles(0)")]
    public void NullReadsAsNull(string type, string value) => ReadsAs(type, value);

    [Theory]
    [InlineData("string?", "record.ReadString(0)")]
    [InlineData("byte[]?", "record.ReadBytes(0)")]
    [InlineData("ReadOnlyMemory<byte>?", "record.ReadBytes(0)")]
    public void StringsHaveNoNullSoTheyReadEmpty(string type, string value) => ReadsAs(type, value);

    [Theory]
    [InlineData("ReadOnlyMemory<float>?", "record.IsNull(0) ? default(global::System.ReadOnlyMemory<float>?) : record.ReadSingles(0)")]
    [InlineData("ReadOnlyMemory<double>?", "record.IsNull(0) ? default(global::System.ReadOnlyMemory<double>?) : record.ReadDoubles(0)")]
    public void NullMemoryIsNoEmptyMemory(string type, string value) => ReadsAs(type, value);

    [Fact]
    public void SqlDecimalHasANullOfItsOwn() =>
        ReadsAs("SqlDecimal", "record.IsNull(0) ? global::System.Data.SqlTypes.SqlDecimal.Null : record.ReadSqlDecimal(0)");

    [Fact]
    public void ReferencesWithoutAnnotationsMayBeNull() =>
        Generate(Row("#nullable disable\npublic Uri Value { get; init; }\n#nullable restore"))
            .ShouldHaveReadBody(
                """
                new()
                {
                Value = record.IsNull(0) ? null : record.ReadUri(0),
                };
                """);

    [Fact]
    public void NullIsRefusedWhereTheConstructorRefusesIt() =>
        Generate(InWeather(
            """
            [KustoTable]
            public partial class Place
            {
                public Place(Uri link) => Link = link;

                public Uri? Link { get; }
            }
            """))
            .ShouldHaveReadBody(
                """
                new(
                link: record.ReadUri(0));
                """);

    [Fact]
    public void NullIsRefusedWhereThePropertyDisallowsIt() =>
        Generate(Row("[System.Diagnostics.CodeAnalysis.DisallowNull] public Uri? Value { get; set; }"))
            .ShouldHaveReadBody("new()\n{\nValue = record.ReadUri(0),\n};");

    [Fact]
    public void NullIsRefusedWhereTheParameterDisallowsIt() =>
        Generate(InWeather("[KustoTable]\npublic partial record Place([System.Diagnostics.CodeAnalysis.DisallowNull] Uri? Value);"))
            .ShouldHaveReadBody("new(\nValue: record.ReadUri(0));");

    private static void ReadsAs(string type, string value) =>
        Generate(Row($"public required {type} Value {{ get; init; }}"))
            .ShouldHaveReadBody($"new()\n{{\nValue = {value},\n}};");
}
