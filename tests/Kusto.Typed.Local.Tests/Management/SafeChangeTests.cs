using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

/// <summary>What each change of a schema does to the rows that are there.</summary>
public sealed class SafeChangeTests
{
    private readonly Stage _stage = Stage.WithTable("A:int, B:string").Ingest("1,x\n2,y\n");

    [Theory]
    [InlineData(".create table T (Z:long)", "[1,\"x\"]\n[2,\"y\"]")]
    [InlineData(".create-merge table T (C:real, A:int)", "[1,\"x\",null]\n[2,\"y\",null]")]
    [InlineData(".create-merge tables T (C:string), U (A:int)", "[1,\"x\",\"\"]\n[2,\"y\",\"\"]")]
    [InlineData(".alter-merge table T (C:bool)", "[1,\"x\",null]\n[2,\"y\",null]")]
    [InlineData(".alter table T (B:string, A:int)", "[\"x\",1]\n[\"y\",2]")]
    [InlineData(".alter table T (A:int)", "[1]\n[2]")]
    [InlineData(".rename column T.B to Text", "[1,\"x\"]\n[2,\"y\"]")]
    [InlineData(".drop column T.A", "[\"x\"]\n[\"y\"]")]
    [InlineData(".alter column T.A type=string", "[\"\",\"x\"]\n[\"\",\"y\"]")]
    [InlineData(".alter table T folder 'f'", "[1,\"x\"]\n[2,\"y\"]")]
    [InlineData(".alter table T column-docstrings (A:'a')", "[1,\"x\"]\n[2,\"y\"]")]
    [InlineData(".alter column T.B policy encoding type='BigObject32'", "[1,\"x\"]\n[2,\"y\"]")]
    [InlineData(".clear table T data", "")]
    public void TheRowsThatAreThereReadAsDocumented(string command, string rows)
    {
        _stage.Run(command);
        _stage.Query("T").ShouldBe(rows);
    }

    [Fact]
    public void AlterTableLosesWhatItDoesNotRepeat()
    {
        _stage.Run(".alter table T docstring 'd'");
        _stage.Run(".alter table T folder 'f'");
        _stage.Run(".alter table T column-docstrings (A:'a')");
        _stage.Run(".alter-merge table T (C:int)");
        _stage.Answer(".show tables | project Folder, DocString").ShouldBe("[\"f\",\"d\"]");
        _stage.Run(".alter table T (A:int, B:string, C:int) with (folder='g')");
        _stage.Answer(".show tables | project Folder, DocString").ShouldBe("[\"g\",\"\"]");
        _stage.Database.Require("T").FindColumn("A")?.DocString.ShouldBe("a");
        Stage.Refused(() => _stage.Run(".alter table T (A:long)")).Message.ShouldContain("cannot become long");
        _stage.Query("T | project A").ShouldBe("[1]\n[2]");
    }

    [Fact]
    public void TwoColumnsSwapTheirNamesAndKeepTheirValues()
    {
        _stage.Run(".alter-merge table T (C:int)");
        _stage.Run(".rename columns ['A']=['T'].['C'], ['C']=['T'].['A']");
        _stage.Query("T").ShouldBe("[1,\"x\",null]\n[2,\"y\",null]");
        _stage.Query("T | project A, C").ShouldBe("[null,1]\n[null,2]");
        Stage.Refused(() => _stage.Run(".rename columns A=T.C")).Message.ShouldContain("would have two columns 'A'");
        Stage.Refused(() => _stage.Run(".rename columns X=T.A, Y=T.A")).Message.ShouldContain("'A' of the table 'T' is renamed twice");
        Stage.Refused(() => _stage.Run(".rename columns X=T.Z")).Code.ShouldBe("BadRequest_EntityNotFound");
    }

    [Fact]
    public void ATableTakesTheNameOfAnotherWithItsRows()
    {
        _stage.Run(".create table New (A:long)");
        _stage.Run(".rename tables T=New, New=T");
        _stage.Query("T | count").ShouldBe("[0]");
        _stage.Query("New | count").ShouldBe("[2]");
        _stage.Run(".rename tables Other=Nowhere ifexists").Rows.ShouldBeEmpty();
    }

    [Fact]
    public void ATableIsMadeLikeAnother()
    {
        _stage.Run(".alter table T folder 'f'");
        _stage.Run(".alter table T column-docstrings (A:'a')");
        _stage.Run(".alter table T policy update '[{\"IsEnabled\":true,\"Source\":\"T\",\"Query\":\"T\"}]'");
        _stage.Run(".create table U based-on T").Columns.Select(column => column.Name)
            .ShouldBe(["TableName", "Schema", "DatabaseName", "Folder", "DocString"]);

        _stage.Answer(".show tables (U)").ShouldBe("[\"U\",\"Samples\",\"f\",\"Created based on T\"]");
        _stage.Query("U | count").ShouldBe("[0]");
        _stage.Database.Require("U").Columns[0].DocString.ShouldBe("a");
        _stage.Database.Require("U").Policies.Keys.ShouldBe(["streamingingestion"], "an update policy is not taken over");
        _stage.Ingest("3,z\n", table: "U").Query("U").ShouldBe("[3,\"z\"]");
        Stage.Refused(() => _stage.Run(".create table U based-on T")).Code.ShouldBe("BadRequest_EntityAlreadyExists");
        _stage.Run(".create table U based-on T ifnotexists with (docstring='other')");
        _stage.Answer(".show tables (U) | project DocString").ShouldBe("[\"Created based on T\"]");
    }
}
