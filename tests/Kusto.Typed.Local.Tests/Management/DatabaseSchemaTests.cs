using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

/// <summary>The schema of a database: its version, as a script, and what does not fit in it.</summary>
public sealed class DatabaseSchemaTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void EachChangeOfTheSchemaIsAVersionAndRowsAreNone()
    {
        _stage.Run(".create table T (A:int)");
        _stage.Run(".alter database Samples policy streamingingestion enable");
        Version().ShouldBe("v1.2");
        _stage.Ingest("1\n");
        _stage.Run(".create-merge table T (A:int)");
        Version().ShouldBe("v1.2");
        _stage.Run(".alter table T docstring 'd'");
        _stage.Run(".create database Samples ingestion csv mapping 'm' '[{\"Column\":\"A\",\"Properties\":{\"Ordinal\":\"0\"}}]'");
        Version().ShouldBe("v1.4");
        _stage.Run(".drop table T");
        Version().ShouldBe("v1.5");
    }

    [Theory]
    [InlineData("as json if_later_than \"v1.1\"", 0)]
    [InlineData("if_later_than 'v1.1' as json", 0)]
    [InlineData("if_later_than 'v2.0'", 0)]
    [InlineData("if_later_than 'v1.0'", 2)]
    [InlineData("as json if_later_than 'v0.7'", 1)]
    public void ASchemaThatIsKnownAlreadyIsNotTold(string form, int rows)
    {
        _stage.Run(".create table T (A:int)");
        _stage.Run(".show database Samples schema " + form).Rows.Count.ShouldBe(rows);
    }

    [Fact]
    public void TheScriptMakesTheSameSchemaAgain()
    {
        FillWithAllThereIs(_stage);
        string script = Script(_stage, "");
        Stage copy = new();

        foreach (string command in script.Split('\n'))
        {
            copy.Run(command);
        }

        Script(copy, "").ShouldBe(script);
        const string Mappings = ".show table ['Odd name'] ingestion mappings | project Name, Kind, Mapping";
        copy.Answer(Mappings).ShouldBe(_stage.Answer(Mappings));
        copy.Answer(".show database Samples policy merge").ShouldBe(_stage.Answer(".show database Samples policy merge"));
    }

    [Fact]
    public void OptionsLeavePartsOfTheScriptOut()
    {
        FillWithAllThereIs(_stage);
        Script(_stage, "").ShouldContain("policy encoding type='BigObject'");
        Script(_stage, " with (IncludeEncodingPolicies=false)").ShouldNotContain("encoding");
        Script(_stage, "").ShouldContain("row_level_security");
        Script(_stage, " with (IncludeSecuritySettings=false)").ShouldNotContain("row_level_security");
        Script(_stage, " with (IncludeIngestionMappings=false, ShowObfuscatedStrings=true)").ShouldNotContain("mapping");
        Stage.Refused(() => Script(_stage, " with (IncludeRows=true)")).Message.ShouldContain("does not take the property 'IncludeRows'");
    }

    [Fact]
    public void AnUpdatePolicyWithoutItsSourceIsAViolation()
    {
        _stage.Run(".create tables Source (A:int), Target (A:int)");
        _stage.Run("""
            .alter table Target policy update '[{"IsEnabled":true,"Source":"Source","Query":"Source"}]'
            """);
        _stage.Run(".show database Samples schema violations").Rows.ShouldBeEmpty();
        _stage.Run(".drop table Source");
        ResultTable violations = _stage.Run(".show database schema violations");
        violations.Columns.Select(column => column.Name).ShouldBe(["EntityKind", "EntityName", "Property", "Reason"]);
        violations.Rows.ShouldHaveSingleItem()[..3].ShouldBe(["Table", "Target", "UpdatePolicy"]);
    }

    /// <summary>Makes one of everything that the script of a schema can have.</summary>
    internal static void FillWithAllThereIs(Stage stage)
    {
        string[] commands =
        [
            ".create table ['Odd name'] (['a b']:int, B:string, C:dynamic, At:datetime) with (docstring='it\\'s', folder='f\\\\g')",
            ".create table Source (A:int)",
            ".alter-merge table ['Odd name'] column-docstrings (B:\"b \\\"quoted\\\"\")",
            ".alter column ['Odd name'].B policy encoding type='BigObject'",
            """.create table ['Odd name'] ingestion csv mapping "m" '[{"Column":"B","Properties":{"ConstValue":"it\\u0027s"}}]'""",
            """.create table ['Odd name'] ingestion json mapping "m" '[{"Column":"B","Properties":{"Path":"$.b"}}]'""",
            """.create database Samples ingestion csv mapping "d" '[{"Column":"X","Properties":{"Ordinal":"0"}}]'""",
            ".alter table ['Odd name'] policy caching hot = 36h",
            ".alter table ['Odd name'] policy roworder (B asc)",
            ".alter table ['Odd name'] policy ingestiontime true",
            ".alter table ['Odd name'] policy row_level_security enable \"['Odd name'] | where B == 'x'\"",
            ".alter-merge table ['Odd name'] policy retention softdelete = 365d",
            """.alter table ['Odd name'] policy update '[{"IsEnabled":true,"Source":"Source","Query":"Source"}]'""",
            ".alter database Samples policy merge '{}'",
        ];
        foreach (string command in commands)
        {
            stage.Run(command);
        }
    }

    private static string Script(Stage stage, string options) =>
        string.Join('\n', stage.Run(".show database Samples schema as csl script" + options).Rows.Select(row => row.ShouldHaveSingleItem()));

    private string? Version() =>
        (string?)_stage.Run(".show databases | where DatabaseName == 'Samples' | project Version").Rows.ShouldHaveSingleItem()[0];
}
