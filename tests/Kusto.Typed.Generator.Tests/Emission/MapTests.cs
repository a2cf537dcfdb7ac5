using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class MapTests
{
    private const string Order =
        "public sealed class Order { public long Id { get; set; } public string Customer { get; set; } = \"\"; public decimal Total { get; set; } public object? Tag { get; set; } }";

    [Fact]
    public void RowsOfAnotherTypeAreWrittenAndRead() =>
        Generate(InWeather(
            "[KustoRowFor<Order>(\"Orders\", Ignore = [nameof(Order.Tag)])]\n[KustoColumnOf(nameof(Order.Total), \"TotalEur\", Order = -1)]\npublic partial struct OrderRow;\n" + Order))
            .ShouldHaveSchema(".Decimal(\"TotalEur\")\n.Long(\"Id\")\n.String(\"Customer\")")
            .ShouldContain("partial struct OrderRow : global::Kusto.Typed.IKustoRow<global::Weather.Order>, global::Kusto.Typed.IKustoRowReader<global::Weather.Order>")
            .ShouldHaveText(
                """
                new global::Weather.Order()
                {
                Id = record.ReadInt64(1),
                Customer = record.ReadString(2),
                Total = record.ReadDecimal(0),
                };
                """)
            .ShouldContain("public static class OrderRowExtensions");

    [Fact]
    public void IngestingTheRowsCompiles() =>
        Generate(InWeather(
            $$"""
            [KustoRowFor<Order>(Ignore = ["Tag"])] public partial struct OrderRow;
            {{Order}}
            public static class Program
            {
                public static System.Threading.Tasks.Task<IngestResult> Ingest(KustoIngestor ingestor, List<Order> orders) =>
                    ingestor.IngestAsync(orders);
                public static System.Threading.Tasks.Task<IngestResult> Ingest(KustoIngestor ingestor, IAsyncEnumerable<Order> orders) =>
                    ingestor.IngestAsync(orders, "Other");
            }
            """))
            .ShouldHaveSchema(".Long(\"Id\")\n.String(\"Customer\")\n.Decimal(\"Total\")");

    [Fact]
    public void TypesOfOtherAssembliesAndClosedGenericsHaveMaps() =>
        Generate(InWeather(
            """
            [KustoRowFor<System.Net.Cookie>(Ignore = ["CommentUri", "TimeStamp"], DateTimeKind = KustoDateTimeKind.Local)] internal partial struct CookieRow;
            [KustoRowFor<Measured<double>>("Measured")] internal partial struct MeasuredRow;
            public sealed record Measured<T>(int Id, T Value);
            """))
            .ShouldCompile();

    [Fact]
    public void MapOfAnInternalTypeHasInternalOverloads() =>
        Generate(InWeather("[KustoRowFor<Order>] public partial struct OrderRow;\ninternal sealed record Order(int Id);"))
            .ShouldContain("internal static class OrderRowExtensions");

    [Fact]
    public void NestedMapHasNoOverloads() =>
        Generate(InWeather("public partial class Maps { [KustoRowFor<Order>] public partial struct OrderRow; }\npublic sealed record Order(int Id);"))
            .ShouldHaveSchema(".Int(\"Id\")");

    [Theory]
    [InlineData("[KustoRowFor<Order>] public partial struct {|KT0036:OrderRow|} { public int Id; }", "leave the struct empty")]
    [InlineData("[KustoRowFor<IDisposable>] public partial struct {|KT0036:OrderRow|};", "no class or struct")]
    [InlineData("[KustoRowFor<System.IO.Stream>] public partial struct {|KT0036:OrderRow|};", "abstract")]
    [InlineData("[KustoRowFor<Guid>] public partial struct {|KT0036:OrderRow|};", "a value of one column")]
    public void MapThatCannotBeIsRejected(string map, string problem) =>
        Generate(InWeather(map + "\npublic sealed record Order(int Id);")).ShouldReport(DiagnosticDescriptors.MapNotPossible, "'OrderRow'", problem);

    [Fact]
    public void PropertyThatTheRowsLackIsReported() =>
        Generate(InWeather("[KustoRowFor<Order>]\n[KustoColumnOf({|KT0028:\"Totl\"|}, \"T\")] public partial struct OrderRow;\npublic sealed record Order(int Id);"))
            .ShouldReport(DiagnosticDescriptors.WithoutEffect, "no public property 'Totl'");

    [Fact]
    public void IgnoredPropertyThatTheRowsLackIsReported() =>
        Generate(InWeather("[KustoRowFor<Order>(Ignore = {|KT0028:[\"Totl\"]|})] public partial struct OrderRow;\npublic sealed record Order(int Id);"))
            .ShouldReport(DiagnosticDescriptors.WithoutEffect, "no public property 'Totl'");

    [Fact]
    public void GetOnlyPropertyOfAnotherTypeThatCannotBeSetIsRejected() =>
        Generate(InWeather("[KustoRowFor<Version>] public partial struct {|KT0036:VersionRow|};"))
            .ShouldReport(DiagnosticDescriptors.MapNotPossible);
}
