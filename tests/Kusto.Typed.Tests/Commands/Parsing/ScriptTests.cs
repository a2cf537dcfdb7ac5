using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tests.Commands.Parsing;

public sealed class ScriptTests
{
    [Fact]
    public void CommandsOfAScriptAreReadOneByOne()
    {
        IReadOnlyList<StoredCommand> commands = CommandParser.ParseScript(
            """
            // .create table InAComment (A:int)
            .execute database script with (ThrowOnErrors=true) <|
            .create table T (A:int,
                B:string)   // two columns

            .create table T ingestion csv mapping 'M' '[{"Column":"A","Properties":{"Ordinal":"0"}}]'
            T | where B == ".create table InAText (A:int)"
              | take 10
            .alter table T docstring ```
            .create table InAFence (A:int)
            ```
            .alter table T policy caching hot = 3d
            .drop table T
            """);
        commands.Select(command => command.Verb).ShouldBe(["execute", "create", "create", "alter", "alter", "drop"]);
        commands[1].ShouldBeOfType<StoredTableCommand>().Tables[0].Table.Columns.Count.ShouldBe(2);
        commands[2].ShouldBeOfType<StoredMappingCommand>();
        commands[3].ShouldBeOfType<StoredOtherCommand>().Subject.ShouldBe("table docstring");
    }

    [Fact]
    public void InlineDataHidesNoLaterCommand()
    {
        IReadOnlyList<StoredCommand> commands = CommandParser.ParseScript(
            """
            .ingest inline into table T <|
            1,"a quote that does not end
            2,it's

            .create table U (A:int)
            """);
        commands.Select(command => command.Verb).ShouldBe(["ingest", "create"]);
    }

    [Fact]
    public void UnreadableCommandIsToldAndTheNextIsRead()
    {
        const string Script = ".create table T (A)\n.create table U (A:int)";
        List<CommandFormatException> unreadable = [];
        CommandParser.ParseScript(Script, unreadable).ShouldHaveSingleItem().Place.Offset.ShouldBe(20);
        unreadable.ShouldHaveSingleItem().Offset.ShouldBe(18);
        Should.Throw<CommandFormatException>(() => CommandParser.ParseScript(Script)).Offset.ShouldBe(18);
    }

    [Fact]
    public void TextWithoutCommandsHasNone() =>
        CommandParser.ParseScript("T | take 1\n... and so on\n.5 percent").ShouldBeEmpty();
}
