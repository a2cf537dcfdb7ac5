using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("public partial record Storm(int Id);")]
    [InlineData("public sealed partial record class Storm(int Id);")]
    [InlineData("internal partial record struct Storm(int Id);")]
    [InlineData("public readonly partial record struct Storm(int Id);")]
    [InlineData("public partial class Storm { public int Id { get; set; } }")]
    [InlineData("internal sealed partial class Storm { public required int Id { get; init; } }")]
    [InlineData("public partial struct Storm { public int Id { get; set; } }")]
    [InlineData("public readonly partial struct Storm { public int Id { get; init; } }")]
    public void KindsOfTypesAreRows(string declaration)
    {
        Generate(InWeather("[KustoTable]\n" + declaration)).ShouldCompile();
        Generate(WithUsings("[KustoTable]\n" + declaration)).ShouldCompile();
        Generate(WithUsings($"namespace A.@namespace\n{{\n[KustoTable]\n{declaration}\n}}")).ShouldCompile();
    }

    [Theory]
    [InlineData("public partial class Outer")]
    [InlineData("public static partial class Outer")]
    [InlineData("internal partial struct Outer")]
    [InlineData("public partial record Outer")]
    [InlineData("public readonly partial record struct Outer")]
    [InlineData("public partial interface IOuter")]
    [InlineData("public partial class @class")]
    public void RowsMayBeNested(string container) =>
        Generate(InWeather($"{container}\n{{\n[KustoTable]\ninternal partial record Storm(int Id);\n}}")).ShouldCompile();

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("protected internal")]
    [InlineData("protected")]
    [InlineData("private protected")]
    [InlineData("private")]
    public void CompanionIsAsAccessibleAsTheType(string accessibility) =>
        Generate(InWeather($"public partial class Outer\n{{\n[KustoTable]\n{accessibility} partial record Storm(int Id);\n}}"))
            .File("Weather.Outer.Storm.g.cs")
            .ShouldContain($"\n    {accessibility} static class StormTable\n");

    [Fact]
    public void KeywordsAndForeignLettersAreNames() =>
        Generate(WithUsings(
            """
            namespace @event.Größe;
            [KustoTable]
            public partial record @class(int @int, string Straße, bool @await, DateTime 日時) { public string? @record { get; init; } }
            """))
            .ShouldHaveWriteBody(
                """
                csv.WriteInt(row.@int);         // 0 int
                csv.WriteString(row.Straße);    // 1 Straße
                csv.WriteBool(row.@await);      // 2 await
                csv.WriteDateTime(row.日時);      // 3 日時
                csv.WriteString(row.@record);   // 4 record: empty when null
                """);

    [Fact]
    public void BaseTypesComeFirstAndOverridesKeepTheirPlace() =>
        Generate(InWeather(
            """
            public abstract record Observation { public Guid Id { get; init; } public virtual string? Source { get; init; } public int Quality { get; init; } }
            [KustoTable]
            public partial record Storm : Observation
            {
                public double Wind { get; init; }
                [KustoColumn("Origin")] public override string? Source { get; init; }
                public new long Quality { get; init; }
            }
            """))
            .ShouldHaveSchema(".Guid(\"Id\")\n.String(\"Origin\")\n.Long(\"Quality\")\n.Real(\"Wind\")");

    [Fact]
    public void RowMayDeriveFromARow() =>
        Generate(InWeather(
            """
            [KustoTable] public partial record Observation(int Id);
            [KustoTable] public partial record Storm(int Id, string State) : Observation(Id);
            """))
            .ShouldCompile();

    [Fact]
    public void TypesThatDifferInCaseAloneHaveFilesOfTheirOwn()
    {
        IReadOnlyList<string> files = Generate(InWeather(
            "[KustoTable] public partial record Storm(int Id);\n[KustoTable] public partial record STORM(int Id);")).ShouldCompile().HintNames;
        files.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(3);
    }

    [Fact]
    public void ObsoletePropertyIsAColumnWithoutAWarning() =>
        Generate(Row("[Obsolete(\"old\")] public int Id { get; init; }")).ShouldCompile();

    [Fact]
    public void ObsoleteTypesAreRowsWithoutAWarning() =>
        Generate(InWeather(
            """
            [KustoTable, Obsolete] public partial record Storm(int Id);
            [KustoTable] public partial class Calm { [Obsolete] public Calm(int id) => Id = id; public int Id { get; } }
            [Obsolete("old")] public partial class Outer { [KustoTable] public partial record Rain(int Id); }
            """))
            .ShouldCompile();

    [Fact]
    public void AttributeOnTwoHalvesIsLeftToTheCompiler()
    {
        Testing.Generation generation = Generate(InWeather(
            "[KustoTable] public partial record Storm(int Id);\n[KustoTable] public partial record Storm;"));
        generation.Exception.ShouldBeNull();
        generation.HintNames.Count.ShouldBe(2);
        generation.CompilerProblems.ShouldHaveSingleItem().ShouldContain("CS0579");
    }

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Unknown?")]
    [InlineData("List<Unknown>")]
    [InlineData("Unknown[]")]
    public void TypeThatTheCompilerDoesNotKnowIsLeftToIt(string type)
    {
        Testing.Generation generation = Generate(Row($"public int Id {{ get; init; }}\npublic required {type} Value {{ get; init; }}"));
        generation.Exception.ShouldBeNull();
        generation.Diagnostics.ShouldBeEmpty();
        generation.HintNames.ShouldBeEmpty();
        generation.CompilerProblems.ShouldHaveSingleItem().ShouldContain("CS0246");
    }

    [Fact]
    public void AttributesSayWhatFollowsFromNothingElse() =>
        Generate(InWeather(
            """
            [KustoTable("Storms", MappingName = "csv v1", Folder = "Plant\\Raw", DocString = "Where it \"hit\" first")]
            [KustoStreamingIngestion]
            public partial record Storm([property: KustoColumn("the id", DocString = "Its number")] int Id);
            """))
            .ShouldHaveSchema(
                """"
                .Int("the id", "Its number")
                .Folder("""Plant\Raw""")
                .DocString("""Where it "hit" first""")
                .Policy(global::Kusto.Typed.Schema.TablePolicies.StreamingIngestion())
                """")
            .ShouldContain("public const string MappingName = \"csv v1\";");

    [Fact]
    public void ClosedGenericBaseTypeGivesItsColumns() =>
        Generate(InWeather(
            """
            [KustoTable(JsonContext = typeof(WeatherJson))]
            public partial class Reading : Measured<double> { public int Id { get; set; } public Measured<int>? Other { get; set; } }
            public class Measured<T> { public T? Value { get; set; } }
            """
            + Context("WeatherJson", "Measured<int>")))
            .ShouldHaveSchema(".Real(\"Value\")\n.Int(\"Id\")\n.Dynamic(\"Other\")");
}
