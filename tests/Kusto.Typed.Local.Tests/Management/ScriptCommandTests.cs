using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

public sealed class ScriptCommandTests
{
    private const string Script =
        """

        // tables first
        .create table A (X:int)

        .alter table Missing docstring "x"
        .show tables
        .create-merge table
            B (Y:int)
        """;

    private readonly Stage _stage = new();

    [Fact]
    public void AScriptStopsAtItsFirstFailureAndStillSucceeds()
    {
        Results("").ShouldBe(
            """
            TableCreate Completed
            TableAlter Failed
            TablesShow Skipped
            TableCreateMerge Skipped
            """);
        string.Join(",", _stage.Database.Tables.Keys).ShouldBe("A");
    }

    [Fact]
    public void AScriptMayGoOnAfterFailures()
    {
        Results("with (ContinueOnErrors=true) ").ShouldBe(
            """
            TableCreate Completed
            TableAlter Failed
            TablesShow Skipped
            TableCreateMerge Completed
            """);
        string.Join(",", _stage.Database.Tables.Keys).ShouldBe("A,B");
    }

    [Fact]
    public void AScriptMayThrowAtItsFirstFailure()
    {
        Stage.Refused(() => Results("with (ThrowOnErrors=true) ")).Message
            .ShouldStartWith("Command 2 of the script failed: Entity not found");
        string.Join(",", _stage.Database.Tables.Keys).ShouldBe("A");
    }

    [Fact]
    public void TheTwoOptionsExcludeEachOther() =>
        Stage.Refused(() => Results("with (ThrowOnErrors=true, ContinueOnErrors=true) ")).Message
            .ShouldContain("exclude each other");

    private string Results(string properties)
    {
        ResultTable result = _stage.Run($".execute database script {properties}<|{Script}");
        return string.Join('\n', result.Rows.Select(row => $"{row[1]} {row[3]}"));
    }
}
