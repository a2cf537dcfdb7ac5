using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Commands.Parsing;

/// <summary>The schema that an assembly carries, read without running it.</summary>
public sealed class TableSchemaParserTests
{
    private static readonly TableSchema s_everything = TableSchema.Define("Every Thing")
        .DateTime("At", "when it \"was\"\nmeasured")
        .Long("Sent")
        .DateTime("SentAt").Transform(KustoTransform.DateTimeFromUnixMilliseconds)
        .String("Source").Transform(KustoTransform.SourceLocation)
        .String("Environment").Constant("it's \\ test")
        .String("Nothing").Constant("")
        .Guid("Station").RenamedFrom("Device")
        .Dynamic("Spectrum").Encoding(KustoEncoding.Vector16)
        .Decimal("Price").Ordinal(17)
        .TimeSpan("Took")
        .Folder("Plant\\Raw")
        .DocString("Überall")
        .StreamingIngestion()
        .Policy(TablePolicies.IngestionBatching("00:00:30", 10))
        .Policy(TablePolicies.Retention("365d", recoverability: false))
        .Policy(TablePolicies.Caching("31d"))
        .Policy(TablePartitioning.Policy("Environment", rangeKey: "At"))
        .Policy(TablePolicies.RowOrder("Station", "At desc"))
        .Policy(TablePolicies.Update("Raw", "Raw | where a == 'b'", isTransactional: true))
        .Policy(TablePolicies.Update("Other", "Other"))
        .Policy(TablePolicies.AutoDelete("2099-01-01"))
        .Build();

    private static readonly TableSchema s_plain = TableSchema.Define("T")
        .Bool("A").Int("B").Real("C")
        .Mapping("ByHand")
        .Policy(TablePolicies.StreamingIngestion(2.5))
        .Build();

    public static TheoryData<TableSchema> Tables => [s_everything, s_plain];

    [Theory]
    [MemberData(nameof(Tables))]
    public void WhatIsReadIsWhatWasWritten(TableSchema table)
    {
        TableSchema read = TableSchemaParser.Parse(table.ToJson());

        read.ToJson().ShouldBe(table.ToJson());
        TableCommands.Script(read).ShouldBe(TableCommands.Script(table));
        read.Fields.Select(field => field.Name).ShouldBe(table.Fields.Select(field => field.Name));
    }

    [Fact]
    public void FileOfSeveralTablesIsRead() =>
        TableSchemaParser.ParseDocument($$"""{"version":1,"tables":[{{s_everything.ToJson()}},{{s_plain.ToJson()}}]}""")
            .Select(table => table.Name)
            .ShouldBe(["Every Thing", "T"]);

    [Theory]
    [InlineData("not json", "Expected a table's schema as JSON")]
    [InlineData("{}", "The table has no 'table'")]
    [InlineData("""{"table":"T","mapping":"M"}""", "has no 'columns'")]
    [InlineData("""{"table":"T","mapping":"M","columns":[]}""", "has no column")]
    [InlineData("""{"table":"T","mapping":"M","columns":[{"name":"A"}]}""", "The column 'A' has no 'type'")]
    [InlineData("""{"table":"T","mapping":"M","columns":[{"name":"A","type":"int32"}]}""", "none of Kusto's ten")]
    [InlineData("""{"table":"T","mapping":"M","columns":[{"name":"A","type":"int","encoding":"4"}]}""", "no KustoEncoding")]
    [InlineData("""{"table":"T","mapping":"M","columns":[{"name":"A","type":"int"}],"policies":{"sharding":{}}}""", "'sharding' is no policy")]
    [InlineData("""{"table":"T","mapping":"M","columns":[{"name":"A","type":"int"}],"policies":{"roworder":[{"ColumnName":"B"}]}}""", "'B' is no column")]
    public void WhatIsNoSchemaIsSaid(string json, string problem) =>
        Should.Throw<FormatException>(() => TableSchemaParser.Parse(json)).Message.ShouldContain(problem);

    [Fact]
    public void FileOfALaterVersionIsRefused() =>
        Should.Throw<FormatException>(() => TableSchemaParser.ParseDocument("""{"version":2,"tables":[]}"""))
            .Message.ShouldContain("version 2");
}
