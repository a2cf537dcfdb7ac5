using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Commands.Parsing;

public sealed class CommandParserTests
{
    [Fact]
    public void TableIsReadWithItsColumns()
    {
        StoredTableCommand command = Table(".create-merge table Storms (StartTime: datetime, ['End Time']:long , [\"x\"] :real)");
        command.Verb.ShouldBe("create-merge");
        StoredTable table = command.Tables.ShouldHaveSingleItem().Table;
        table.Name.ShouldBe("Storms");
        table.Columns.ShouldBe([new("StartTime", "datetime"), new("End Time", "long"), new("x", "real")]);
        table.DocString.ShouldBeNull();
    }

    [Fact]
    public void PropertiesAreOfEachTable()
    {
        StoredTableCommand command = Table(
            """.create tables A (X:long), ['B'] (Y:string) with (docstring = "one \"two\"", folder=@'Plant\Raw')""");
        command.Tables.Select(table => table.Table.Name).ShouldBe(["A", "B"]);
        command.Tables.ShouldAllBe(table => table.Table.DocString == "one \"two\"" && table.Table.Folder == @"Plant\Raw");
    }

    [Fact]
    public void TypesAreByTheirCanonicalNamesAndOthersStay()
    {
        StoredTableCommand command = Table(".create table T (A:int64, B:double, C:date, D:varchar, E:String)");
        command.Tables[0].Table.Columns.Select(column => column.Type)
            .ShouldBe(["long", "real", "datetime", "varchar", "String"]);
    }

    [Fact]
    public void PlacesAreThoseOfTheText()
    {
        const string Text = "\n  .create table ['T'] (['A b']:int64 // first\n , B : date)\n";
        StoredTableCommand command = Table(Text);
        At(Text, command.Place).ShouldBe(Text.Trim());
        PlacedTable table = command.Tables[0];
        At(Text, table.Name).ShouldBe("['T']");
        table.Columns.Select(column => At(Text, column.Name)).ShouldBe(["['A b']", "B"]);
        table.Columns.Select(column => At(Text, column.Type)).ShouldBe(["int64", "date"]);
    }

    [Fact]
    public void MappingIsReadWithThePlacesOfItsEntries()
    {
        const string Text =
            """.create-or-alter table ['T'] ingestion csv mapping 'M' '[{"Name":"\\u00e4\'x", "Ordinal":0}, {"Column":"b","Properties":{"Ordinal":"2"}}]' with (removeOldestIfRequired=true)""";
        StoredMappingCommand command = Mapping(Text);
        command.Owner.ShouldBe("T");
        command.IsOfDatabase.ShouldBeFalse();
        command.Kind.ShouldBe("csv");
        command.Mapping.Name.ShouldBe("M");
        command.Mapping.Entries.ShouldBe([new("ä'x") { Ordinal = 0 }, new("b") { Ordinal = 2 }]);
        command.EntryPlaces.Select(place => At(Text, place)).ShouldBe(
            ["""{"Name":"\\u00e4\'x", "Ordinal":0}""", """{"Column":"b","Properties":{"Ordinal":"2"}}"""]);
        At(Text, command.NamePlace).ShouldBe("'M'");
        At(Text, command.Place).ShouldBe(Text);
    }

    [Fact]
    public void MappingMayBeOfADatabaseAndInSeveralLiterals()
    {
        const string Text =
            """
            .create database D ingestion csv mapping "M"
            '['
            '  {"Column":"é","Properties":{"Ordinal":"0"}},' // the first
            '  {"Column":"b","Properties":{"Ordinal":"1"}}'
            ']'
            """;
        StoredMappingCommand command = Mapping(Text);
        command.IsOfDatabase.ShouldBeTrue();
        command.Mapping.Entries.Select(entry => entry.Column).ShouldBe(["é", "b"]);
        At(Text, command.EntryPlaces[1]).ShouldBe("""{"Column":"b","Properties":{"Ordinal":"1"}}""");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("w3clogfile")]
    public void MappingOfAnotherKindIsKnownAndNotRead(string kind)
    {
        StoredMappingCommand command = Mapping($".alter table T ingestion {kind} mapping 'M' 'no array'");
        command.Kind.ShouldBe(kind);
        command.Mapping.Name.ShouldBe("M");
        command.Mapping.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".alter table ['T'] docstring \"about (it)\"", "table docstring", "T")]
    [InlineData(".alter-merge table T column-docstrings (A:\"x\")", "table column-docstrings", "T")]
    [InlineData(".alter table T policy streamingingestion enable", "table policy streamingingestion", "T")]
    [InlineData(".alter database D policy caching hot = 7d", "database policy caching", "D")]
    [InlineData(".create table A based-on B", "table based-on", "A")]
    [InlineData(".show tables", "", null)]
    [InlineData(".create external table E (A:int) kind=storage", "", null)]
    public void OtherCommandsAreKnownByTheirSubject(string text, string subject, string? owner)
    {
        StoredOtherCommand command = CommandParser.Parse(text).ShouldBeOfType<StoredOtherCommand>();
        command.Subject.ShouldBe(subject);
        command.Owner.ShouldBe(owner);
        At(text, command.Place).ShouldBe(text);
    }

    [Theory]
    [InlineData("hello", 0, "'hello'")]
    [InlineData(".create table T (A:int,)", 23, "')'")]
    [InlineData(".create table T (A int)", 19, "'int'")]
    [InlineData(".create table T (A:)", 19, "the type of the column A")]
    [InlineData(".create table T ()", 17, "the name of a column")]
    [InlineData(".create table T (A:int) with docstring='x'", 29, "'docstring'")]
    [InlineData(".create table T (A:int) B", 24, "the end of the command")]
    [InlineData(".create table T", 15, "the columns of T")]
    [InlineData(".create table T ingestion csv mapping M '[]'", 38, "the name of the mapping in quotes")]
    [InlineData(".create table T ingestion csv mapping 'M' '[\\q]'", 44, "'\\q'")]
    [InlineData(".create table T ingestion csv mapping 'M' '[", 42, "does not end in its line")]
    [InlineData(".create table T ingestion csv mapping 'M' ```[", 42, "does not end")]
    [InlineData(".create table T ingestion csv mapping 'M' '[{]'", 45, "JSON")]
    [InlineData(".create table T ingestion csv mapping 'M' '{}'", 42, "JSON array")]
    public void WhatIsWrongIsSaidWithItsPlace(string text, int offset, string message)
    {
        CommandFormatException exception = Should.Throw<CommandFormatException>(() => CommandParser.Parse(text));
        exception.Message.ShouldContain(message);
        exception.Offset.ShouldBe(offset);
    }

    [Fact]
    public void OwnCommandsAreReadBack()
    {
        foreach (string name in HostileText.Samples.Where(name => EntityName.Problem(name) is null).Append("State"))
        {
            TableSchema schema = TableSchema.Define(name).DateTime("time").String(name, "It's a \"doc\"").Build();
            StoredTable table = Table(TableCommands.CreateMerge(schema)).Tables[0].Table;
            table.Name.ShouldBe(name);
            table.Columns.Select(column => (column.Name, column.Type)).ShouldBe([("time", "datetime"), (name, "string")]);
            StoredMapping mapping = Mapping(TableCommands.CreateOrAlterMapping(schema)).Mapping;
            mapping.Name.ShouldBe(schema.Mapping.Name);
            mapping.Entries.Select(entry => (entry.Column, entry.Ordinal)).ShouldBe([("time", 0), (name, 1)]);
        }
    }

    private static StoredTableCommand Table(string text) => CommandParser.Parse(text).ShouldBeOfType<StoredTableCommand>();

    private static StoredMappingCommand Mapping(string text) =>
        CommandParser.Parse(text).ShouldBeOfType<StoredMappingCommand>();

    private static string At(string text, TextPlace place) => text.Substring(place.Offset, place.Length);
}
