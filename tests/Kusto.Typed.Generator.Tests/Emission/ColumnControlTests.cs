using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class ColumnControlTests
{
    [Theory]
    [InlineData("AsIs", "BeginLat", "BeginLat")]
    [InlineData("CamelCase", "BeginLat", "beginLat")]
    [InlineData("CamelCase", "URL", "url")]
    [InlineData("CamelCase", "URLPath", "urlPath")]
    [InlineData("CamelCase", "already", "already")]
    [InlineData("SnakeCase", "BeginLat", "begin_lat")]
    [InlineData("SnakeCase", "IOError", "io_error")]
    [InlineData("SnakeCase", "Id2Name", "id2_name")]
    [InlineData("SnakeCase", "Wind_Speed", "wind_speed")]
    public void NamesFollowThePolicyOfTheTable(string policy, string property, string column) =>
        Generate(InWeather($"[KustoTable(Naming = KustoNaming.{policy})] public partial record Storm(int {property});"))
            .ShouldHaveSchema($".Int(\"{column}\")");

    [Fact]
    public void GivenNamesAndPrefixesAreNotRenamed() =>
        Generate(InWeather(
            """
            [KustoTable(Naming = KustoNaming.SnakeCase)]
            public partial record Storm([property: KustoColumn("ID")] int Id, [property: KustoFlatten] Point BeginPoint, [property: KustoFlatten(Prefix = "END")] Point EndPoint);
            public sealed record Point(int XAxis);
            """))
            .ShouldHaveSchema(".Int(\"ID\")\n.Int(\"begin_point_x_axis\")\n.Int(\"ENDx_axis\")");

    [Fact]
    public void OrderMovesColumnsAndKeepsEqualsWhereTheyAre() =>
        Generate(Row(
            """
            public int A { get; init; }
            [KustoColumn(Order = 1)] public int B { get; init; }
            [KustoColumn(Order = -1)] public int C { get; init; }
            public int D { get; init; }
            """))
            .ShouldHaveSchema(".Int(\"C\")\n.Int(\"A\")\n.Int(\"D\")\n.Int(\"B\")")
            .ShouldHaveReadBody(
                """
                new()
                {
                A = record.ReadInt32(1),
                B = record.ReadInt32(3),
                C = record.ReadInt32(0),
                D = record.ReadInt32(2),
                };
                """);

    [Fact]
    public void GapsAreWrittenAsFields()
    {
        Testing.Generation generation = Generate(Row(
            """
            public int A { get; init; }
            [KustoColumn(Ordinal = {|KT0020:3|})] public int B { get; init; }
            public int C { get; init; }
            """));
        generation.ShouldReport(
            DiagnosticDescriptors.OrdinalGap, "fields 1 to 2 have no column", "'B' is field 3", "remove Ordinal");
        generation.ShouldHaveWriteBodyWithRemarks(
            """
            csv.WriteInt(row.A);   // 0 A
            csv.WriteFiller();     // 1 no column
            csv.WriteFiller();     // 2 no column
            csv.WriteInt(row.B);   // 3 B
            csv.WriteInt(row.C);   // 4 C
            """);
    }

    [Fact]
    public void FieldsAreWrittenInTheOrderOfTheirOrdinals() =>
        Generate(Row(
            "[KustoColumn(Ordinal = 1)] public int A { get; init; }\n[KustoColumn(Ordinal = 0)] public int B { get; init; }"))
            .ShouldHaveSchema(".Int(\"A\").Ordinal(1)\n.Int(\"B\").Ordinal(0)")
            .ShouldHaveWriteBody("csv.WriteInt(row.B);   // 0 B\ncsv.WriteInt(row.A);   // 1 A");

    [Theory]
    [InlineData("0", "'A' has that field")]
    [InlineData("-1", "from 0 to 9999")]
    [InlineData("10000", "from 0 to 9999")]
    public void OrdinalThatCannotBeHadIsRejected(string ordinal, string problem) =>
        Generate(Row($"public int A {{ get; init; }}\n[KustoColumn(Ordinal = {{|KT0021:{ordinal}|}})] public int B {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.OrdinalTaken, "'B'", problem);

    [Fact]
    public void OrdinalThatANeighbourTakesIsRejectedAtTheNeighbour() =>
        Generate(Row("[KustoColumn(Ordinal = 1)] public int A { get; init; }\n[KustoColumn(Ordinal = 0)] public int B { get; init; }\npublic int {|KT0021:C|} { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.OrdinalTaken, "'C' cannot be field 1", "'A' has that field");

    [Fact]
    public void UnixTimeIsANumberInTheRecordAndADateTimeInTheTable() =>
        Generate(Row("[KustoColumn(Transform = KustoTransform.DateTimeFromUnixMilliseconds)] public long? At { get; init; }"))
            .ShouldHaveSchema(".DateTime(\"At\").Transform(global::Kusto.Typed.KustoTransform.DateTimeFromUnixMilliseconds)")
            .ShouldHaveWriteBody("csv.WriteLong(row.At);   // 0 At: DateTimeFromUnixMilliseconds")
            .ShouldHaveReadBody(
                "new()\n{\nAt = record.IsNull(0) ? null : record.ReadUnixTime(0, global::Kusto.Typed.KustoTransform.DateTimeFromUnixMilliseconds),\n};");

    [Theory]
    [InlineData("BytesAsBase64", "byte[]", "none of the transformations that a CSV mapping has")]
    [InlineData("DropMappedFields", "long", "none of the transformations that a CSV mapping has")]
    [InlineData("SourceLocation", "long", "put [KustoFilledColumn] on the type")]
    [InlineData("DateTimeFromUnixSeconds", "int", "change the property's type to long")]
    [InlineData("DateTimeFromUnixSeconds", "TimeSpan", "change the property's type to long")]
    public void TransformationThatDoesNotGoWithThePropertyIsRejected(string transform, string type, string problem) =>
        Generate(Row($"[KustoColumn(Transform = {{|KT0022:KustoTransform.{transform}|}})] public required {type} At {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.TransformNotPossible, "'At'", transform, problem);

    [Fact]
    public void EncodingIsDeclaredOfTheColumn() =>
        Generate(Row("[KustoColumn(Encoding = KustoEncoding.BigObject32)] public required string Text { get; init; }"))
            .ShouldHaveSchema(".String(\"Text\").Encoding(global::Kusto.Typed.KustoEncoding.BigObject32)");

    [Theory]
    [InlineData("Vector16", "string", "for dynamic columns")]
    [InlineData("BigObject", "int", "for string and dynamic columns")]
    public void EncodingOfAnotherTypeIsRejected(string encoding, string type, string problem) =>
        Generate(Row($"[KustoColumn(Encoding = {{|KT0019:KustoEncoding.{encoding}|}})] public required {type} Value {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.PolicyNotPossible, "'Value'", problem);

    [Theory]
    [InlineData("NaN = {|KT0028:KustoNaN.Null|}", "int")]
    [InlineData("DateTimeKind = {|KT0028:KustoDateTimeKind.Utc|}", "TimeSpan")]
    public void ArgumentThatDoesNotGoWithTheTypeIsReported(string argument, string type) =>
        Generate(Row($"[KustoColumn({argument})] public {type} Value {{ get; init; }}"))
            .ShouldReport(DiagnosticDescriptors.WithoutEffect, "'Value' is no property of");

    [Fact]
    public void SummariesAreDocStrings() =>
        Generate(InWeather(
            """
            /// <summary>
            /// Storms, as
            /// <see cref="System.Int32"/> sees them.
            /// </summary>
            /// <param name="Id">Its <c>number</c>.</param>
            [KustoTable]
            public partial record Storm([property: KustoColumn(Order = -1)] int Id)
            {
                /// <summary>Where it &lt;hit&gt;.</summary>
                public string State { get; init; } = "";

                /// <summary>Not this.</summary>
                [KustoColumn(DocString = "But this")] public int Count { get; init; }
            }
            """))
            .ShouldHaveSchema(
                """
                .Int("Id", "Its number.")
                .String("State", "Where it <hit>.")
                .Int("Count", "But this")
                .DocString("Storms, as Int32 sees them.")
                """);

    [Fact]
    public void SummariesAreLeftOutWhereTheTableSaysSo() =>
        Generate(InWeather(
            """
            /// <summary>Storms.</summary>
            [KustoTable(Summaries = false)]
            public partial record Storm
            {
                /// <summary>Its number.</summary>
                public int Id { get; init; }
            }
            """))
            .ShouldHaveSchema(".Int(\"Id\")");

    [Fact]
    public void FormerNameIsDeclared() =>
        Generate(Row("[KustoRenamedFrom(\"State\")] public int Region { get; init; }"))
            .ShouldHaveSchema(".Int(\"Region\").RenamedFrom(\"State\")");
}
