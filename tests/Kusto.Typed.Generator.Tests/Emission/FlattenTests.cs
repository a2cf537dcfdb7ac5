using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class FlattenTests
{
    private const string Address = "public sealed record Address(string City, int Zip);";

    [Fact]
    public void PropertiesOfAFlattenedPropertyAreColumns() =>
        Generate(Row("public int Id { get; init; }\n[KustoFlatten] public required Address Home { get; init; }", Address))
            .ShouldHaveSchema(".Int(\"Id\")\n.String(\"HomeCity\")\n.Int(\"HomeZip\")")
            .ShouldReserve(25)
            .ShouldHaveWriteBody(
                """
                csv.WriteInt(row.Id);             // 0 Id
                csv.WriteString(row.Home.City);   // 1 HomeCity
                csv.WriteInt(row.Home.Zip);       // 2 HomeZip
                """)
            .ShouldHaveText(
                """
                Home =
                new global::Weather.Address(
                City: record.ReadString(1),
                Zip: record.ReadInt32(2)),
                """)
            .ShouldContain("public const string HomeCity = \"HomeCity\";");

    [Fact]
    public void NullsOfAFlattenedPropertyAreNullsOfItsColumns() =>
        Generate(Row("[KustoFlatten] public Address? Home { get; init; }", Address))
            .ShouldHaveWriteBody(
                """
                csv.WriteString(row.Home?.City);   // 0 HomeCity: empty when null
                csv.WriteInt(row.Home?.Zip);       // 1 HomeZip: empty when null
                """)
            .ShouldHaveText("Home = record.AreNull(0, 1) ? null :\nnew global::Weather.Address(");

    [Fact]
    public void StructsAreFlattenedToo() =>
        Generate(Row(
            "[KustoFlatten] public Point? At { get; init; }\n[KustoFlatten] public Point Until { get; init; }",
            "public struct Point { public double X { get; set; } public double? Y { get; set; } }"))
            .ShouldHaveWriteBody(
                """
                csv.WriteReal(row.At?.X);     // 0 AtX: empty when null
                csv.WriteReal(row.At?.Y);     // 1 AtY: empty when null
                csv.WriteReal(row.Until.X);   // 2 UntilX
                csv.WriteReal(row.Until.Y);   // 3 UntilY: empty when null
                """);

    [Fact]
    public void FlattenedPropertiesMayBeFlattenedAgain() =>
        Generate(Row(
            "[KustoFlatten] public Trip? Trip { get; init; }",
            "public sealed class Trip { [KustoFlatten] public Point From { get; set; } = new(0); [KustoIgnore] public object? Tag { get; set; } }\n"
            + "public sealed record Point(int X);"))
            .ShouldHaveSchema(".Int(\"TripFromX\")")
            .ShouldHaveWriteBody("csv.WriteInt(row.Trip?.From.X);   // 0 TripFromX: empty when null");

    [Fact]
    public void PrefixIsTheOneThatIsGiven() =>
        Generate(Row(
            "[KustoFlatten(Prefix = \"\")] public required Address Home { get; init; }\n"
            + "[KustoFlatten(Prefix = \"work_\")] public required Address Work { get; init; }",
            Address))
            .ShouldHaveSchema(".String(\"City\")\n.Int(\"Zip\")\n.String(\"work_City\")\n.Int(\"work_Zip\")");

    [Fact]
    public void ColumnsInAnotherOrderAreAskedForOneByOne() =>
        Generate(Row(
            "[KustoFlatten] public Pair? Pair { get; init; }\npublic int Id { get; init; }",
            "public sealed class Pair { public int? A { get; set; } [KustoColumn(Order = 1)] public int? B { get; set; } }"))
            .ShouldHaveText("Pair = record.IsNull(0) && record.IsNull(2) ? null :");
}
