using System.Text.Json;
using Kusto.Typed.Schema;
using Kusto.Typed.Tests.Commands;

namespace Kusto.Typed.Tests.Schema;

public sealed class TableSchemaTests
{
    private static readonly TableSchema s_reading = TableSchema.Define("Reading")
        .Bool("A").DateTime("B").Decimal("C").Dynamic("D").Guid("E").Int("F").Long("G").Real("H").String("I").TimeSpan("J", "took")
        .Build();

    [Fact]
    public void ColumnsHaveTheirTypesAndOrdinalsInOrder()
    {
        s_reading.Columns.Select(column => column.Type).ShouldBe(Enum.GetValues<KustoType>());
        s_reading.Columns.Select(column => column.Position).ShouldBe(Enumerable.Range(0, 10));
        s_reading.Columns.Select(column => column.Ordinal!.Value).ShouldBe(Enumerable.Range(0, 10));
        s_reading.Columns[9].DocString.ShouldBe("took");
        s_reading.ToString().ShouldStartWith("Reading (A: bool, B: datetime, ");
    }

    [Fact]
    public void TypeNamesAreCanonicalBothWays()
    {
        foreach (KustoType type in Enum.GetValues<KustoType>())
        {
            KustoTypeNames.TryParse(type.ToKusto(), out KustoType parsed).ShouldBeTrue();
            parsed.ShouldBe(type);
            type.ToKusto().ShouldBe(type.ToString().ToLowerInvariant());
        }

        KustoTypeNames.TryParse("int64", out _).ShouldBeFalse();
        KustoTypeNames.TryParse("", out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => default(KustoType).ToKusto());
        Should.Throw<ArgumentOutOfRangeException>(() => ((KustoType)11).ToKusto());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a;b")]
    [InlineData("a:b")]
    [InlineData("a/b")]
    [InlineData("it's")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("['a']")]
    [InlineData("$a")]
    [InlineData("__a")]
    [InlineData("a__")]
    public void NameThatKustoDoesNotTakeIsRefusedEverywhere(string name)
    {
        Should.Throw<ArgumentException>(() => TableSchema.Define(name));
        Should.Throw<ArgumentException>(() => TableSchema.Define("T").Int(name));
        Should.Throw<ArgumentException>(() => TableSchema.Define("T").Mapping(name));
        Should.Throw<ArgumentException>(() => s_reading.WithName(name));
    }

    [Fact]
    public void HostileNamesAreRefusedOrLetters()
    {
        foreach (string name in HostileText.Samples)
        {
            bool taken = EntityName.Problem(name) is null;
            taken.ShouldBe(name.All(character => char.IsLetterOrDigit(character) || " _.-".Contains(character)), name);
        }
    }

    [Fact]
    public void NameOfTheMostCharactersIsTaken()
    {
        string longest = new('n', EntityName.MaxLength);
        TableSchema table = TableSchema.Define(longest).Int("A").Build();

        table.Name.ShouldBe(longest);
        table.Mapping.Name.Length.ShouldBe(EntityName.MaxLength);
        table.Mapping.Name.ShouldMatch("^n+_csv_[0-9a-f]{8}$");
        Should.Throw<ArgumentException>(() => TableSchema.Define(longest + "n")).Message.ShouldContain("1025");
    }

    [Theory]
    [InlineData("State")]
    [InlineData("a b")]
    [InlineData("1.5-x_y")]
    [InlineData("Größe")]
    [InlineData("_a_")]
    public void NameOfLettersDigitsAndFewSignsIsTaken(string name) => EntityName.Problem(name).ShouldBeNull();

    [Fact]
    public void TwoColumnsOfOneNameAreRefused()
    {
        Should.Throw<ArgumentException>(() => TableSchema.Define("T").Int("A").Long("A")).Message.ShouldContain("'A'");
        Should.Throw<ArgumentException>(() => TableSchema.Define("T").Int("State").Long("state"));
    }

    [Fact]
    public void TableWithoutColumnsIsRefused() =>
        Should.Throw<InvalidOperationException>(() => TableSchema.Define("T").Build()).Message.ShouldContain("'T'");

    [Fact]
    public void MappingNameChangesWithTheShapeAndWithNothingElse()
    {
        string name = TableSchema.Define("T").Int("A").String("B").Build().Mapping.Name;

        name.ShouldMatch("^T_csv_[0-9a-f]{8}$");
        TableSchema.Define("T").Long("A", "doc").String("B").Folder("F").DocString("D").Build().Mapping.Name.ShouldBe(name);
        TableSchema.Define("T").String("B").Int("A").Build().Mapping.Name.ShouldNotBe(name);
        TableSchema.Define("T").Int("A").String("b").Build().Mapping.Name.ShouldNotBe(name);
        TableSchema.Define("T").Int("A").Build().Mapping.Name.ShouldNotBe(name);
        TableSchema.Define("T").Int("A").Mapping("Mine").Build().Mapping.Name.ShouldBe("Mine");
    }

    [Fact]
    public void MappingNameIsTheSameForever() =>
        TableSchema.Define("Reading").DateTime("At").Real("Value").Build().Mapping.Name.ShouldBe("Reading_csv_c8469e2b");

    [Fact]
    public void MappingSendsEachFieldToItsColumn()
    {
        IReadOnlyList<MappingElement> elements = MappingElement.Read(s_reading.Mapping.ToJson(), out string? problem);

        problem.ShouldBeNull();
        elements.Select(element => (element.Column, element.Ordinal!)).ShouldBe(
            s_reading.Columns.Select(column => (column.Name, $"{column.Ordinal}")));
    }

    [Fact]
    public void MappingJsonHoldsAnyNameThatKustoTakes()
    {
        string name = "Größe 日本.-_";

        MappingElement.Read(TableSchema.Define("T").Int(name).Build().Mapping.ToJson(), out _).Single().Column.ShouldBe(name);
    }

    [Fact]
    public void JsonSaysEverythingThatIsDeclared()
    {
        TableSchema table = TableSchema.Define("T").Int("A", "quote \" and 😀").Folder("a\\b").StreamingIngestion().Build();

        using JsonDocument json = JsonDocument.Parse(table.ToJson());

        JsonElement root = json.RootElement;
        root.GetProperty("table").GetString().ShouldBe("T");
        root.GetProperty("folder").GetString().ShouldBe("a\\b");
        root.GetProperty("docString").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("policies").GetProperty("streamingingestion").GetProperty("IsEnabled").GetBoolean().ShouldBeTrue();
        root.GetProperty("mapping").GetString().ShouldBe(table.Mapping.Name);
        JsonElement column = root.GetProperty("columns").EnumerateArray().Single();
        column.GetProperty("name").GetString().ShouldBe("A");
        column.GetProperty("type").GetString().ShouldBe("int");
        column.GetProperty("docString").GetString().ShouldBe("quote \" and 😀");
    }

    [Fact]
    public void OtherNameKeepsTheRest()
    {
        TableSchema other = s_reading.WithName("Other");

        other.Name.ShouldBe("Other");
        other.Mapping.ShouldBeSameAs(s_reading.Mapping);
        other.Columns.ShouldBeSameAs(s_reading.Columns);
    }
}
