using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Commands.Parsing;

/// <summary>Schemas as clusters answer them and as people save them.</summary>
public sealed class StoredSchemaParserTests
{
    [Fact]
    public void TableIsReadWithItsTexts()
    {
        StoredTable table = StoredSchemaParser.Parse(
            """
            {"Name":"Reading","Folder":"Plant\\Raw","DocString":"Sensor readings","OrderedColumns":[
              {"Name":"At","Type":"System.DateTime","CslType":"datetime","DocString":"UTC"},{"Name":"Ok","Type":"System.SByte"}]}
            """).ShouldHaveSingleItem();

        table.ShouldSatisfyAllConditions(
            () => table.Name.ShouldBe("Reading"),
            () => table.Folder.ShouldBe("Plant\\Raw"),
            () => table.DocString.ShouldBe("Sensor readings"),
            () => table.CsvMappings.ShouldBeNull(),
            () => table.Columns.ShouldBe(
            [
                new StoredColumn("At", "datetime") { DocString = "UTC" },
                new StoredColumn("Ok", "bool") { DocString = "" },
            ]));
    }

    [Fact]
    public void DatabaseIsReadTableByTable() =>
        StoredSchemaParser.Parse(
            """
            {"Databases":{"D":{"Name":"D","Tables":{"A":{"Name":"A","OrderedColumns":[]},"B":{"Name":"B","OrderedColumns":[]}},"Functions":{}},
              "E":{"Name":"E","Tables":{"C":{"Name":"C","OrderedColumns":[]}}}}}
            """).Select(table => table.Name).ShouldBe(["A", "B", "C"]);

    [Fact]
    public void FileOfABuildIsReadToo()
    {
        TableSchema table = TableSchema.Define("T").Long("A").Dynamic("V").Encoding(KustoEncoding.Vector16).Folder("f").Build();

        StoredTable read = StoredSchemaParser.Parse($$"""{"version":1,"tables":[{{table.ToJson()}}]}""").ShouldHaveSingleItem();

        read.Folder.ShouldBe("f");
        read.Columns[1].Encoding.ShouldBe("Vector16");
        read.CsvMappings.ShouldNotBeNull().ShouldHaveSingleItem().Name.ShouldBe(table.Mapping.Name);
    }

    [Fact]
    public void CslSchemaIsReadWithQuotedAndOddNames() =>
        StoredSchemaParser.ParseCslSchema("T", "At:datetime,['a, b']:int64, [\"c:d\"] : double,e f:string").Columns.ShouldBe(
        [
            new StoredColumn("At", "datetime"),
            new StoredColumn("a, b", "long"),
            new StoredColumn("c:d", "real"),
            new StoredColumn("e f", "string"),
        ]);

    [Theory]
    [InlineData("{}", "The JSON is no schema")]
    [InlineData("[]", "The JSON is no schema")]
    [InlineData("nothing", "Expected a schema as JSON")]
    [InlineData("""{"OrderedColumns":[]}""", "A table of the schema has no 'Name'")]
    [InlineData("""{"Name":"T","OrderedColumns":[{"CslType":"int"}]}""", "A column of the table 'T' has no 'Name'")]
    public void WhatIsNoSchemaIsSaid(string json, string problem) =>
        Should.Throw<FormatException>(() => StoredSchemaParser.Parse(json)).Message.ShouldStartWith(problem);

    [Theory]
    [InlineData("")]
    [InlineData("At")]
    [InlineData("At:")]
    [InlineData(":long")]
    [InlineData("A:long,")]
    public void WhatIsNoCslSchemaIsSaid(string text) =>
        Should.Throw<FormatException>(() => StoredSchemaParser.ParseCslSchema("T", text)).Message.ShouldContain("is no column of a cslschema");
}
