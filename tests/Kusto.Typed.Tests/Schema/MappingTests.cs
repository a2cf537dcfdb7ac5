using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Schema;

public sealed class MappingTests
{
    [Fact]
    public void OrdinalsGoOnBehindTheOneThatIsGiven()
    {
        TableSchema table = TableSchema.Define("T").Int("A").Int("B").Ordinal(5).Int("C").Build();
        table.Columns.Select(column => column.Ordinal!.Value).ShouldBe([0, 5, 6]);
        table.FieldCount.ShouldBe(7);
    }

    [Fact]
    public void FieldsAreInTheOrderOfTheRecord()
    {
        TableSchema table = TableSchema.Define("T").Int("A").Ordinal(1).String("B").Ordinal(0).Build();
        table.Columns.Select(column => column.Name).ShouldBe(["A", "B"]);
        table.Fields.Select(column => column.Name).ShouldBe(["B", "A"]);
    }

    [Fact]
    public void ColumnsWithoutAFieldAreFilledByTheMapping()
    {
        TableSchema table = TableSchema.Define("T")
            .Int("Id")
            .String("Site").Constant("C:\\logs \"A\"")
            .String("File").Transform(KustoTransform.SourceLocation)
            .Long("Line").Transform(KustoTransform.SourceLineNumber)
            .DateTime("At").Transform(KustoTransform.DateTimeFromUnixSeconds)
            .Build();
        table.Mapping.ToJson().ShouldBe(
            """[{"Column":"Id","Properties":{"Ordinal":"0"}},{"Column":"Site","Properties":{"ConstValue":"C:\\logs \"A\""}},{"Column":"File","Properties":{"Transform":"SourceLocation"}},{"Column":"Line","Properties":{"Transform":"SourceLineNumber"}},{"Column":"At","Properties":{"Ordinal":"1","Transform":"DateTimeFromUnixSeconds"}}]""");
        table.Fields.Select(column => column.Name).ShouldBe(["Id", "At"]);
    }

    [Fact]
    public void NameOfTheMappingFollowsWhatItDoes()
    {
        string[] names =
        [
            .. new[]
            {
                TableSchema.Define("T").Int("A").String("B"),
                TableSchema.Define("T").Int("A").String("B").Ordinal(2),
                TableSchema.Define("T").Int("A").String("B").Constant("x"),
                TableSchema.Define("T").Int("A").String("B").Constant("y"),
                TableSchema.Define("T").Int("A").String("B").Transform(KustoTransform.SourceLocation),
            }.Select(table => table.Build().Mapping.Name),
        ];
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Length);
    }

    [Fact]
    public void TwoColumnsOfOneFieldAreRefused() =>
        Should.Throw<InvalidOperationException>(() => TableSchema.Define("T").Int("A").Int("B").Ordinal(0).Build())
            .Message.ShouldContain("two columns of field 0: 'A' and 'B'");

    [Fact]
    public void TransformationThatCsvLacksIsRefused()
    {
        Should.Throw<ArgumentException>(() => TableSchema.Define("T").String("A").Transform(KustoTransform.BytesAsBase64))
            .Message.ShouldContain("no transformation BytesAsBase64");
        Should.Throw<ArgumentException>(() => TableSchema.Define("T").String("A").Transform(KustoTransform.SourceLineNumber))
            .Message.ShouldContain("gives a long, and 'A' is a string");
    }

    [Fact]
    public void WhatIsSaidOfNoColumnIsRefused() =>
        Should.Throw<InvalidOperationException>(() => TableSchema.Define("T").Ordinal(1)).Message.ShouldContain("no column yet");
}
