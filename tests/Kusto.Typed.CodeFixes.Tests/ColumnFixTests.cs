using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class ColumnFixTests
{
    [Fact]
    public Task TimeIsSaidToBeUtc() =>
        Fixing(Row("    public DateTime At { get; init; }")).ShouldBecomeAsync(
            "KT0013",
            "Say that it is UTC",
            Row("    [KustoColumn(DateTimeKind = KustoDateTimeKind.Utc)]\n    public DateTime At { get; init; }"));

    [Fact]
    public Task TimeOfAParameterIsSaidToBeUtc() =>
        Fixing(InWeather("[KustoTable]\npublic partial record Storm(int Id, DateTime At);")).ShouldBecomeAsync(
            "KT0013",
            "Say that it is UTC",
            InWeather("[KustoTable]\npublic partial record Storm(int Id, [property: KustoColumn(DateTimeKind = KustoDateTimeKind.Utc)] DateTime At);"));

    [Fact]
    public Task AttributeThatIsThereSaysItToo() =>
        Fixing(Row("    [KustoColumn(\"at\")] public DateTime At { get; init; }")).ShouldBecomeAsync(
            "KT0013",
            "Say that it is UTC",
            Row("    [KustoColumn(\"at\", DateTimeKind = KustoDateTimeKind.Utc)] public DateTime At { get; init; }"));

    [Fact]
    public Task TableSaysItForAllColumns() =>
        Fixing(InWeather("[KustoTable]\npublic partial record Storm(DateTime From, DateTime? Until);")).ShouldBecomeAsync(
            "KT0013",
            "Say that all times of 'Storm' are UTC",
            InWeather("[KustoTable(DateTimeKind = KustoDateTimeKind.Utc)]\npublic partial record Storm(DateTime From, DateTime? Until);"));

    [Fact]
    public Task TimesAreSaidToBeUtcEverywhere() =>
        Fixing(Row("    public DateTime From { get; init; }\n    public DateTime Until { get; init; }")).ShouldBecomeEverywhereAsync(
            "KT0013",
            "Say that it is UTC",
            Row(
                "    [KustoColumn(DateTimeKind = KustoDateTimeKind.Utc)]\n    public DateTime From { get; init; }\n"
                + "    [KustoColumn(DateTimeKind = KustoDateTimeKind.Utc)]\n    public DateTime Until { get; init; }"));

    [Fact]
    public Task OrdinalIsRemoved() =>
        Fixing(Row("    public int A { get; init; }\n    [KustoColumn(\"b\", Ordinal = 4)] public int B { get; init; }")).ShouldBecomeAsync(
            "KT0020",
            "Remove Ordinal",
            Row("    public int A { get; init; }\n    [KustoColumn(\"b\")] public int B { get; init; }"));

    [Fact]
    public Task AttributeWithoutEffectIsRemoved() =>
        Fixing(Row("    public int A { get; init; }\n    [KustoColumn(\"b\")] internal int B { get; init; }")).ShouldBecomeAsync(
            "KT0028",
            "Remove [KustoColumn]",
            Row("    public int A { get; init; }\n    internal int B { get; init; }"));

    [Fact]
    public Task ArgumentWithoutEffectIsRemoved() =>
        Fixing(Row("    [KustoColumn(\"a\", NaN = KustoNaN.Null)] public int A { get; init; }")).ShouldBecomeAsync(
            "KT0028", "Remove NaN", Row("    [KustoColumn(\"a\")] public int A { get; init; }"));

    [Fact]
    public Task PolicyOfNoTableIsRemoved() =>
        Fixing(InWeather("[KustoCaching(\"1d\")]\npublic class Storm { }")).ShouldBecomeAsync(
            "KT0028", "Remove [KustoCaching]", InWeather("public class Storm { }"));
}
