using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class ReadingTests
{
    [Fact]
    public void PositionalRecordIsMadeByItsPrimaryConstructor() =>
        Generate(InWeather("[KustoTable]\npublic partial record Storm(int Id, string State) { public double? Lat { get; init; } }"))
            .ShouldHaveReadBody(
                """
                new(
                Id: record.ReadInt32(0),
                State: record.ReadString(1))
                {
                Lat = record.IsNull(2) ? null : record.ReadDouble(2),
                };
                """);

    [Fact]
    public void ComputedPropertyIsWrittenAndNotReadBack() =>
        Generate(Row("public int Count { get; init; }\npublic int Twice => Count * 2;\npublic string Kind { get; } = \"storm\";"))
            .ShouldHaveWriteBody(
                """
                csv.WriteInt(row.Count);     // 0 Count
                csv.WriteInt(row.Twice);     // 1 Twice
                csv.WriteString(row.Kind);   // 2 Kind
                """)
            .ShouldHaveReadBody("new()\n{\nCount = record.ReadInt32(0),\n};");

    [Fact]
    public void RowOfComputedPropertiesAloneIsMadeOfNothing() =>
        Generate(Row("public int One => 1;")).ShouldHaveReadBody("new();");

    [Fact]
    public void GetOnlyPropertiesAreReadThroughTheConstructor() =>
        Generate(InWeather(
            """
            [KustoTable]
            public readonly partial struct Point
            {
                public Point(int x, int y) => (X, Y) = (x, y);
                public int X { get; }
                public int Y { get; }
            }
            """))
            .ShouldHaveReadBody("new(\nx: record.ReadInt32(0),\ny: record.ReadInt32(1));");

    [Fact]
    public void ConstructorWithoutParametersIsPreferred() =>
        Generate(InWeather(
            """
            [KustoTable]
            public partial class Point
            {
                public Point() { }
                public Point(int x) => X = x;
                public int X { get; private set; }
            }
            """))
            .ShouldHaveReadBody("new()\n{\nX = record.ReadInt32(0),\n};");

    [Fact]
    public void PrimaryConstructorOfAClassMakesIt() =>
        Generate(InWeather("[KustoTable]\npublic partial class Point(int x)\n{\npublic int X { get; } = x;\n}"))
            .ShouldHaveReadBody("new(\nx: record.ReadInt32(0));");

    [Fact]
    public void RequiredPropertyIsSetEvenIfTheConstructorTakesIt() =>
        Generate(InWeather("[KustoTable]\npublic partial class Point\n{\npublic Point(int x) => X = x;\npublic required int X { get; init; }\n}"))
            .ShouldHaveReadBody("new(\nx: record.ReadInt32(0))\n{\nX = record.ReadInt32(0),\n};");

    [Fact]
    public void ConstructorThatSetsRequiredMembersSuffices() =>
        Generate(InWeather(
            """
            [KustoTable]
            public partial class Point
            {
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                public Point(int x) => X = x;
                public required int X { get; init; }
            }
            """))
            .ShouldHaveReadBody("new(\nx: record.ReadInt32(0));");

    [Fact]
    public void OptionalParameterThatIsNoColumnKeepsItsDefault() =>
        Generate(InWeather("[KustoTable]\npublic partial class Point\n{\npublic Point(int x, bool strict = true) => X = strict ? x : 0;\npublic int X { get; }\n}"))
            .ShouldHaveReadBody("new(\nx: record.ReadInt32(0));");
}
