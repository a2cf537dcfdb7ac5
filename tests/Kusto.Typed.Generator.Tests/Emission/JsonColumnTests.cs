using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class JsonColumnTests
{
    private const string Summary = "public sealed record Summary(int Damages);";

    [Theory]
    [InlineData("Summary")]
    [InlineData("List<Summary>")]
    [InlineData("int[]")]
    [InlineData("Dictionary<string, int>")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("IDictionary<string, Summary>")]
    [InlineData("HashSet<Guid>")]
    [InlineData("KeyValuePair<int, int>")]
    [InlineData("List<string?>")]
    public void ObjectsAndCollectionsGoThroughTheContext(string type) =>
        Generate(JsonRow($"public required {type} Value {{ get; init; }}", type.Replace("string?", "string", StringComparison.Ordinal), Summary))
            .ShouldHaveSchema(".Dynamic(\"Value\")")
            .ShouldReserve(1)
            .ShouldHaveWriteBody("csv.WriteDynamic(row.Value, StormEventJsonTypes.Value);   // 0 Value: JSON")
            .ShouldHaveReadBody("new()\n{\nValue = record.ReadJson(0, StormEventJsonTypes.Value),\n};");

    [Theory]
    [InlineData("Summary")]
    [InlineData("int[]")]
    [InlineData("List<string?>")]
    public void NullObjectIsAnEmptyField(string type) =>
        Generate(JsonRow($"public {type}? Value {{ get; init; }}", type.Replace("string?", "string", StringComparison.Ordinal), Summary))
            .ShouldHaveReadBody("new()\n{\nValue = record.IsNull(0) ? null : record.ReadJson(0, StormEventJsonTypes.Value),\n};");

    [Fact]
    public void ColumnsOfOneTypeShareItsMetadata() =>
        Generate(JsonRow("public Summary? First { get; init; }\npublic required Summary Second { get; init; }", "Summary", Summary))
            .ShouldHaveWriteBody(
                """
                csv.WriteDynamic(row.First, StormEventJsonTypes.First);    // 0 First: JSON
                csv.WriteDynamic(row.Second, StormEventJsonTypes.First);   // 1 Second: JSON
                """);

    [Fact]
    public void NestedRowMayUsePrivateTypes() =>
        Generate(InWeather(
            """
            public static partial class Report
            {
                private sealed record Summary(int Damages);

                [KustoTable(JsonContext = typeof(Json))]
                private sealed partial record Line(Summary Summary);

                [JsonSerializable(typeof(Summary))]
                private sealed class Json : JsonSerializerContext
                {
                    public Json() : base(null) { }
                    public static Json Default { get; } = new();
                    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
                }
            }
            """))
            .ShouldCompile();

    [Fact]
    public void ObjectWithoutAContextIsRejected() =>
        Generate(Row("public {|KT0007:Summary?|} Value { get; init; }", Summary))
            .ShouldReport(
                DiagnosticDescriptors.JsonContextMissing,
                "'Value' of type 'Weather.Summary?' becomes dynamic",
                "[KustoTable(JsonContext = typeof(...))]",
                "[JsonSerializable(typeof(Summary))]");

    [Fact]
    public void ObjectThatTheContextDoesNotListIsRejected() =>
        Generate(JsonRow("public {|KT0007:List<Summary>?|} Value { get; init; }", "Summary", Summary))
            .ShouldReport(
                DiagnosticDescriptors.JsonContextMissing,
                "add to 'Weather.WeatherJson' [JsonSerializable(typeof(List<Summary>))]");

    [Fact]
    public void ContextThatIsNoneIsRejected() =>
        Generate(InWeather(
            """
            [KustoTable(JsonContext = {|KT0007:typeof(string)|})]
            public partial record StormEvent(int Id, int[] Numbers);
            """))
            .ShouldReport(DiagnosticDescriptors.JsonContextMissing, "'string' is no JsonSerializerContext");
}
