using Kusto.Typed.Commands;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Commands;

public sealed class TableCommandsTests
{
    private static readonly TableSchema s_reading = TableSchema.Define("Reading")
        .DateTime("At", "UTC time").Guid("Device").Real("Value", "in \"K\"").Decimal("Price").TimeSpan("Took")
        .Bool("Ok").Int("Count").Long("Total").String("title").Dynamic("Extra")
        .Mapping("Reading_csv")
        .Folder("Plant\\Raw")
        .DocString("Bob's \"meter\"\n.drop table X")
        .StreamingIngestion()
        .Build();

    [Fact]
    public void CommandsAreTheOnesOfTheDocumentation()
    {
        TableSchema table = TableSchema.Define("Reading").DateTime("At", "UTC time").Guid("Device").Mapping("Reading_csv").Build();

        TableCommands.CreateMerge(table).ShouldBe(".create-merge table ['Reading'] (['At']:datetime, ['Device']:guid)");
        TableCommands.CreateOrAlterMapping(table).ShouldBe(
            """
            .create-or-alter table ['Reading'] ingestion csv mapping "Reading_csv" '[{"Column":"At","Properties":{"Ordinal":"0"}},{"Column":"Device","Properties":{"Ordinal":"1"}}]'
            """);
        TableCommands.AlterDocString("Reading", "Bob's \"meter\"\n.drop table X").ShouldBe(
            """
            .alter table ['Reading'] docstring "Bob\'s \"meter\"\n.drop table X"
            """);
        TableCommands.AlterFolder("Reading", "Plant\\Raw").ShouldBe(
            """
            .alter table ['Reading'] folder "Plant\\Raw"
            """);
        TableCommands.AlterMergeColumnDocStrings(table).ShouldBe(
            """
            .alter-merge table ['Reading'] column-docstrings (['At']:"UTC time")
            """);
        StreamingCommand("Reading").ShouldBe(".alter table ['Reading'] policy streamingingestion enable");
        TableCommands.ClearStreamingIngestionCache("Reading").ShouldBe(".clear table ['Reading'] cache streamingingestion schema");
        TableCommands.DropIfExists("Reading").ShouldBe(".drop table ['Reading'] ifexists");
    }

    [Fact]
    public void ScriptSaysWhatIsDeclaredAndNothingElse()
    {
        TableCommands.Script(s_reading).Select(FirstWords).ShouldBe(
        [
            ".create-merge table", ".alter table docstring", ".alter table folder",
            ".alter-merge table column-docstrings", ".create-or-alter table ingestion csv mapping",
            ".alter table policy streamingingestion enable",
        ]);
        TableCommands.Script(TableSchema.Define("T").Int("A").Build()).Select(FirstWords).ShouldBe(
            [".create-merge table", ".create-or-alter table ingestion csv mapping"]);
    }

    [NodeFact]
    public async Task EveryCommandIsOneThatTheParserKnows()
    {
        string[] commands =
        [
            .. TableCommands.Script(s_reading),
            TableCommands.ClearStreamingIngestionCache("Reading"),
            TableCommands.DropIfExists("Reading"),
        ];

        ParsedCommand[] parsed = await ParsedCommand.ParseAsync(commands);

        parsed.Select(command => command.ShouldBeSound().Kind).ShouldBe(
        [
            "CreateMergeTable", "AlterTableDocString", "AlterTableFolder", "AlterMergeTableColumnDocStrings",
            "CreateOrAlterTableIngestionMapping", "AlterTablePolicyStreamingIngestion",
            "ClearTableCacheStreamingIngestionSchema", "DropTable",
        ]);
        parsed.ShouldAllBe(command => command.Table == "Reading");
        parsed[0].Columns.Select(column => (column["ColumnName"], column["ColumnType"])).ShouldBe(
            s_reading.Columns.Select(column => (column.Name, column.Type.ToKusto())));
        parsed[1].Parts["Documentation"].ShouldBe(s_reading.DocString);
        parsed[2].Parts["Folder"].ShouldBe(s_reading.Folder);
        parsed[3].Columns.Select(column => (column["ColumnName"], column["DocString"])).ShouldBe(
            [("At", "UTC time"), ("Value", "in \"K\"")]);
        parsed[4].Parts["MappingKind"].ShouldBe("csv");
        parsed[4].Parts["MappingName"].ShouldBe("Reading_csv");
        parsed[4].Parts["MappingFormat"].ShouldBe(s_reading.Mapping.ToJson());
        parsed[5].Parts["Status"].ShouldBe("enable");
    }

    [NodeFact]
    public async Task HostileTextStaysInItsPlace()
    {
        // The parser takes its time for each command, so that few of them hold many texts.
        IReadOnlyList<string> texts = HostileText.Samples;
        string all = string.Join('-', texts);
        TableSchemaBuilder table = TableSchema.Define("T");
        for (int place = 0; place < texts.Count; place++)
        {
            table.Int($"C{place}", texts[place]);
        }

        ParsedCommand[] parsed = await ParsedCommand.ParseAsync(
            TableCommands.AlterMergeColumnDocStrings(table.Build()),
            TableCommands.AlterDocString(all, all),
            TableCommands.AlterFolder(all, all),
            StreamingCommand(all),
            TableCommands.ClearStreamingIngestionCache(all),
            TableCommands.DropIfExists(all));

        parsed[0].ShouldBeSound().Columns.Select(column => column["DocString"]).ShouldBe(texts);
        parsed[1].Parts["Documentation"].ShouldBe(all);
        parsed[2].Parts["Folder"].ShouldBe(all);
        parsed[1..].Select(command => command.ShouldBeSound().Table).ShouldAllBe(name => name == all);
    }

    private static string StreamingCommand(string table) =>
        TableCommands.AlterPolicy(table, TablePolicies.StreamingIngestion());

    // The words before the first name, and those behind it up to the first text.
    private static string FirstWords(string command)
    {
        string[] words = command.Split(' ');
        return string.Join(' ', words.TakeWhile(word => word[0] is not ('"' or '(')).Where(word => word[0] != '['));
    }
}
