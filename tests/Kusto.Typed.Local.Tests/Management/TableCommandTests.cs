using Kusto.Typed.Commands;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Tests.Testing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Tests.Management;

public sealed class TableCommandTests
{
    private const string SchemaOfT =
        """{"Name":"T","OrderedColumns":[{"Name":"A","Type":"System.Int32","CslType":"int"},{"Name":"B c","Type":"System.DateTime","CslType":"datetime"}]}""";

    private readonly Stage _stage = new();

    [Fact]
    public void ACreatedTableAnswersItsSchema()
    {
        ResultTable result = _stage.Run(".create table ['T'] (['A']:int, ['B c']:datetime)");
        string.Join(", ", result.Columns.Select(column => column.Name))
            .ShouldBe("TableName, Schema, DatabaseName, Folder, DocString");
        result.Rows.ShouldHaveSingleItem().ShouldBe(["T", SchemaOfT, "Samples", null, null]);
    }

    [Fact]
    public void WordsOfCommandsHaveNoCase()
    {
        _stage.Run(".CREATE-MERGE Table T (A:int) WITH (DocString='x')");
        _stage.Run(".Alter TABLE T Policy StreamingIngestion ENABLE");
        Schema().ShouldBe("A:int");
    }

    [Theory]
    [InlineData(".create tble x", "The command '.create tble x' is not supported here.")]
    [InlineData("// a comment\n.alter-merge tabel x (A:int)\n", "The command '.alter-merge tabel x (A:int)' is not supported here.")]
    [InlineData(".drop colum x", "The command '.drop colum x' is not supported here.")]
    [InlineData(".execute database scrpt <|", "The command '.execute database scrpt <|' is not supported here.")]
    public void AnUnknownCommandIsShownFromItsBeginning(string command, string message) =>
        Stage.Refused(() => _stage.Run(command)).Message.ShouldStartWith(message);

    [Fact]
    public void CreatingATableAgainChangesNothing()
    {
        _stage.Run(".create table T (A:int)");
        _stage.Run(".create table T (B:string)");
        Schema().ShouldBe("A:int");
    }

    [Fact]
    public void CreateMergeAddsColumnsAtTheEndAndKeepsTheOthers()
    {
        _stage.Run(".create-merge table T (A:int, B:string)");
        _stage.Run(".create-merge table T (C:real, A:int)");
        Schema().ShouldBe("A:int,B:string,C:real");
    }

    [Fact]
    public void CreateMergeRefusesAnotherTypeAndChangesNothing()
    {
        _stage.Run(".create-merge table T (A:int)");
        Stage.Refused(() => _stage.Run(".create-merge table T (B:string, A:long)"))
            .Message.ShouldContain("the column 'A' of the table 'T' is of type int and cannot become long");
        Schema().ShouldBe("A:int");
    }

    [Fact]
    public void NamesThatDifferInCaseAreTwoColumns()
    {
        _stage.Run(".create-merge table T (State:string)");
        _stage.Run(".create-merge table T (state:string)");
        Schema().ShouldBe("State:string,state:string");
    }

    [Fact]
    public void OneConflictLeavesNoneOfTheTables()
    {
        _stage.Run(".create table A (X:int)");
        Stage.Refused(() => _stage.Run(".create-merge tables B (Y:int), A (X:string)"));
        _stage.Answer(".show tables").ShouldBe("[\"A\",\"Samples\",null,null]");
        _stage.Run(".create tables ['B'] (['Y']:int), ['C'] (Z:int) with (folder='f')");
        _stage.Answer(".show tables (C, B)").ShouldBe("[\"C\",\"Samples\",\"f\",null]\n[\"B\",\"Samples\",\"f\",null]");
    }

    [Fact]
    public void AliasesOfTypesBecomeTheTypes()
    {
        _stage.Run(".create table T (A:double, B:int64, C:boolean, D:date, E:time, F:uniqueid, G:uint32, H:ulong)");
        Schema().ShouldBe("A:real,B:long,C:bool,D:datetime,E:timespan,F:guid,G:int,H:long");
    }

    [Theory]
    [InlineData(".create table T (A:uuid)", "BadRequest_SyntaxError")]
    [InlineData(".create table T ()", "BadRequest_SyntaxError")]
    [InlineData(".create table T (A:int,)", "BadRequest_SyntaxError")]
    [InlineData(".create table T (A:int, A:long)", "General_BadRequest")]
    [InlineData(".create table T (A:int) drop", "BadRequest_SyntaxError")]
    [InlineData(".create table ['a:b'] (A:int)", "BadRequest_EntityNameIsNotValid")]
    [InlineData(".create table T (['__x']:int)", "BadRequest_EntityNameIsNotValid")]
    [InlineData(".create table T (A:int) with (owner='x')", "BadRequest_NotSupported")]
    [InlineData(".create function F() { 1 }", "BadRequest_NotSupported")]
    [InlineData(".get ingestion resources", "BadRequest_NotSupported")]
    [InlineData(".create table T ingestion json mapping 'm' '[]'", "BadRequest_EntityNotFound")]
    [InlineData(".alter-merge table T ingestion csv mapping 'm' '[]'", "BadRequest_NotSupported")]
    [InlineData(".create drop table T ifexists", "BadRequest_NotSupported")]
    [InlineData(".create database X", "BadRequest_DatabaseNotExist")]
    [InlineData(".create database Samples persist", "BadRequest_NotSupported")]
    [InlineData(".create table T based-on U", "BadRequest_EntityNotFound")]
    [InlineData(".undo drop table T version='v1.1'", "BadRequest_NotSupported")]
    [InlineData(".set-or-append T <| print 1", "BadRequest_NotSupported")]
    [InlineData(".rename columns A=T.B, B=U.A", "General_BadRequest")]
    [InlineData(".show database Samples schema if_later_than 'now'", "General_BadRequest")]
    [InlineData("T | count", "BadRequest_SyntaxError")]
    [InlineData(".drop table T", "BadRequest_EntityNotFound")]
    [InlineData(".alter table T (A:int)", "BadRequest_EntityNotFound")]
    [InlineData(".alter-merge table T (A:int)", "BadRequest_EntityNotFound")]
    [InlineData(".alter table T docstring 'x'", "BadRequest_EntityNotFound")]
    [InlineData(".clear table T data", "BadRequest_EntityNotFound")]
    [InlineData(".clear table T cache streamingingestion schema", "BadRequest_EntityNotFound")]
    [InlineData(".show table T cslschema", "BadRequest_EntityNotFound")]
    [InlineData(".rename table T to U", "BadRequest_EntityNotFound")]
    [InlineData(".show database Nowhere schema", "BadRequest_DatabaseNotExist")]
    public void WhatCannotBeDoneIsRefusedAndLeavesNoTable(string command, string code)
    {
        Stage.Refused(() => _stage.Run(command)).Code.ShouldBe(code);
        _stage.Database.Tables.ShouldBeEmpty();
    }

    [Fact]
    public void AHostileNameCreatesOneTableAndNothingElse()
    {
        _stage.Run(".create table Victim (A:int)");
        string docString = "'\"\\\n.drop table Victim\u2028// \u0007";
        _stage.Run(Kusto.Typed.Commands.TableCommands.AlterDocString("Victim", docString));
        _stage.Database.Require("Victim").DocString.ShouldBe(docString);
    }

    [Fact]
    public void AlterTableDropsWhatIsNotListedAndKeepsTheRest()
    {
        _stage.Run(".create table T (A:int, B:int)");
        _stage.Run(".alter table T policy streamingingestion enable");
        _stage.Ingest("1,2\n");
        _stage.Run(".alter table T (C:int, A:int) with (docstring='d')");
        _stage.Query("T").ShouldBe("[null,1]");
        _stage.Run(".alter table T (A:int, B:int)");
        _stage.Query("T").ShouldBe("[1,null]");
    }

    [Fact]
    public void DocStringsAndFolderAreSetOneByOne()
    {
        _stage.Run(".create table T (A:int, B:int)");
        _stage.Run(".alter table T docstring 'about T'");
        _stage.Run(@".alter table T folder ""Plant\\Raw""");
        _stage.Run(".alter table T column-docstrings (A:'a', B:'b')");
        _stage.Run(".alter-merge table T column-docstrings (['B']:\"b2\")");
        _stage.Answer(".show table T schema as json").ShouldContain(
            """{\"Name\":\"T\",\"Folder\":\"Plant\\\\Raw\",\"DocString\":\"about T\",\"OrderedColumns\":[{\"Name\":\"A\",\"Type\":\"System.Int32\",\"CslType\":\"int\",\"DocString\":\"a\"},{\"Name\":\"B\",\"Type\":\"System.Int32\",\"CslType\":\"int\",\"DocString\":\"b2\"}]}""");
        _stage.Run(".alter table T column-docstrings (B:'b3')");
        _stage.Database.Require("T").Columns.Select(column => column.DocString).ShouldBe([null, "b3"]);
        Stage.Refused(() => _stage.Run(".alter table T column-docstrings (X:'x')")).Message.ShouldContain("no column 'X'");
    }

    [Fact]
    public void TwoTablesSwapTheirNames()
    {
        _stage.Run(".create table A (X:int)");
        _stage.Run(".create table B (Y:int)");
        _stage.Run(".rename tables A=B, B=A");
        _stage.Database.Require("A").FindColumn("Y").ShouldNotBeNull();
        _stage.Run(".rename table A to C");
        string.Join(",", _stage.Database.Tables.Keys).ShouldBe("B,C");
        Stage.Refused(() => _stage.Run(".rename table B to C")).Code.ShouldBe("BadRequest_EntityAlreadyExists");
    }

    [Fact]
    public void DroppingAnswersTheTablesThatAreLeft()
    {
        _stage.Run(".create tables A (X:int), B (X:int), C (X:int)");
        _stage.Answer(".drop tables (A, B)").ShouldBe("[\"C\",\"Samples\"]");
        _stage.Answer(".drop table A ifexists").ShouldBe("[\"C\",\"Samples\"]");
        _stage.Answer(".drop table ['C']").ShouldBe("");
    }

    [Fact]
    public void ClearingTheCacheAlwaysSucceeds()
    {
        _stage.Run(".create table T (A:int)");
        _stage.Answer(".clear table T cache streamingingestion schema").ShouldBe("[\"Local\",\"Succeeded\"]");
        _stage.Answer(".clear database cache streamingingestion schema").ShouldBe("[\"Local\",\"Succeeded\"]");
        _stage.Answer(".clear database ['Samples'] cache streamingingestion schema").ShouldBe("[\"Local\",\"Succeeded\"]");
    }

    [Fact]
    public void TheDatabaseShowsItsSchema()
    {
        _stage.Run(".create table T (A:int) with (docstring='d')");
        _stage.Answer(".show database Samples schema").ShouldBe(
            """
            ["Samples","T",null,null,false,false,null,"v1.1",null,"d"]
            ["Samples","T","A","System.Int32",false,false,null,"v1.1",null,null]
            """);
        _stage.Answer(".show database schema as json").ShouldBe(
            """["{\"Databases\":{\"Samples\":{\"Name\":\"Samples\",\"Tables\":{\"T\":{\"Name\":\"T\",\"DocString\":\"d\",\"OrderedColumns\":[{\"Name\":\"A\",\"Type\":\"System.Int32\",\"CslType\":\"int\"}]}},\"Functions\":{},\"MajorVersion\":1,\"MinorVersion\":1}}}"]""");
    }

    [Fact]
    public void DetailsCountWhatIsThere()
    {
        _stage.Run(".create table T (A:int)");
        _stage.Run(".alter table T policy streamingingestion enable");
        _stage.Ingest("1\n2\n").Ingest("3\n");
        ResultTable details = _stage.Run(".show table T details");
        object?[] row = details.Rows.ShouldHaveSingleItem();
        row.Length.ShouldBe(details.Columns.Count);
        Cell("TotalRowCount").ShouldBe(3L);
        Cell("TotalExtents").ShouldBe(2L);
        Cell("TotalOriginalSize").ShouldBe(6.0);

        object? Cell(string name) => row[details.Columns.Select(column => column.Name).ToList().IndexOf(name)];
    }

    [Fact]
    public void EveryAnswerHasAValueForEachColumn()
    {
        _stage.Run(".create table T (A:int)");
        foreach (string command in (string[])
            [".show version", ".show cluster", ".show databases", ".show tables details", ".show database schema",
                ".show table * policy caching", ".show column T.A policy encoding"])
        {
            ResultTable result = _stage.Run(command);
            result.Rows.ShouldNotBeEmpty(command);
            result.Rows.ShouldAllBe(row => row.Length == result.Columns.Count, command);
        }
    }

    [Fact]
    public void TheScriptOfATypeRunsTwice()
    {
        TableSchema table = TableSchema.Define("Odd name-1")
            .Int("time", "a 'quoted' \"docstring\"").String("a b").Dynamic("where")
            .Folder(@"a\b").DocString("x\ny").StreamingIngestion().Build();
        for (int round = 0; round < 2; round++)
        {
            foreach (string command in Kusto.Typed.Commands.TableCommands.Script(table))
            {
                _stage.Run(command);
            }
        }

        _stage.Run(Kusto.Typed.Commands.TableCommands.ClearStreamingIngestionCache(table.Name));
        _stage.Ingest("1,x,[]\n", table.Mapping.Name, table: table.Name).Query("['Odd name-1']").ShouldBe("[1,\"x\",[]]");
        _stage.Database.Require(table.Name).Columns[0].DocString.ShouldBe("a 'quoted' \"docstring\"");
        _stage.Run(Kusto.Typed.Commands.TableCommands.DropIfExists(table.Name));
        _stage.Database.Tables.ShouldBeEmpty();
    }

    [Fact]
    public void InlineRecordsGoPastThePolicy()
    {
        _stage.Run(".create table T (A:int, B:string)");
        _stage.Run(".ingest inline into table T with (format='csv') <|\n1,a|b\n2,<|\n");
        _stage.Query("T").ShouldBe("[1,\"a|b\"]\n[2,\"<|\"]");
    }

    private string Schema() =>
        (string)_stage.Run(".show table T cslschema").Rows.ShouldHaveSingleItem()[1]!; // never null in this answer
}
