using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management;

/// <summary>What the endpoint tells of ingestions, and that a query may stand behind any answer.</summary>
public sealed class OutcomeCommandTests
{
    private static readonly DateTime s_now = FixedTime.Now.UtcDateTime;
    private static readonly Guid s_young = new("11111111-1111-4111-8111-111111111111");
    private static readonly Guid s_old = new("22222222-2222-4222-8222-222222222222");
    private static readonly Guid s_gone = new("33333333-3333-4333-8333-333333333333");

    private readonly Stage _stage = new(new LocalKustoOptions { TimeProvider = new FixedTime() });

    public OutcomeCommandTests()
    {
        AddFailure(s_young, "T", TimeSpan.FromMinutes(5), isPermanent: false);
        AddFailure(s_old, "U", TimeSpan.FromDays(2));
        AddFailure(s_gone, "T", TimeSpan.FromDays(15));
    }

    [Fact]
    public void FailuresHaveTheDocumentedColumns() =>
        Shape(".show ingestion failures").ShouldBe(
            "OperationId:Guid Database:String Table:String FailedOn:DateTime IngestionSourcePath:String Details:String "
            + "FailureKind:String RootActivityId:Guid OperationKind:String OriginatesFromUpdatePolicy:Bool ErrorCode:String "
            + "Principal:String User:String IngestionProperties:String NumberOfSources:Int ShouldRetry:Bool");

    [Fact]
    public void OperationsHaveTheColumnsOfTheDocumentationAndTheGrammar() =>
        Shape(".show operations").ShouldBe(
            "OperationId:Guid Operation:String NodeId:String StartedOn:DateTime LastUpdatedOn:DateTime Duration:TimeSpan "
            + "State:String Status:String RootActivityId:Guid ShouldRetry:Bool Database:String Principal:String User:String "
            + "AdminEpochStartTime:DateTime VirtualCluster:String");

    [Fact]
    public void FailuresAreKeptForFourteenDays() =>
        _stage.Answer(".show ingestion failures | project Table, FailureKind, ShouldRetry, ErrorCode, FailedOn").ShouldBe(
            """
            ["T","Transient",true,"Code","2026-01-31T08:10:00Z"]
            ["U","Permanent",false,"Code","2026-01-29T08:15:00Z"]
            """);

    [Fact]
    public void FailuresOfOneOperationAreToldByItsId()
    {
        _stage.Answer($".show ingestion failures with (OperationId=\"{s_old}\") | project Table").ShouldBe("[\"U\"]");
        _stage.Answer($".show ingestion failures with (OperationId='{s_old}') | where Table == 'T' | count").ShouldBe("[0]");
    }

    [Fact]
    public void TheListOfOperationsHasEachStateAndAnIdTheLast()
    {
        _stage.Answer(".show operations | summarize count() by State | order by State asc").ShouldBe(
            "[\"Failed\",2]\n[\"InProgress\",2]");
        _stage.Answer($".show operations {s_young} | project State, Duration").ShouldBe("[\"Failed\",\"00:01:00\"]");
        _stage.Answer($".show operations ({s_young}, '{s_old}') | project OperationId").ShouldBe($"[\"{s_young}\"]");
        _stage.Answer($".show operations {s_old}").ShouldBe("", "its id is known for six hours");
    }

    [Theory]
    [InlineData("| where FailedOn > ago(1h) | project Table", "[\"T\"]")]
    [InlineData("| where FailedOn < ago(1h) and FailedOn <= now() | project Table", "[\"U\"]")]
    [InlineData("| where OperationId == guid(22222222-2222-4222-8222-222222222222) | project Table", "[\"U\"]")]
    [InlineData("| summarize N = count() by Table | sort by Table desc | take 1", "[\"U\",1]")]
    [InlineData("| order by FailedOn asc | project Table | limit 1;", "[\"U\"]")]
    [InlineData("// both\n| count", "[2]")]
    public void AQueryReadsTheAnswerOfACommand(string query, string rows) =>
        _stage.Answer(".show ingestion failures " + query).ShouldBe(rows);

    [Fact]
    public void AMissingTextIsEmptyForAQuery()
    {
        _stage.Run(".create tables A (X:int), B (X:int)");
        _stage.Run(".alter table A folder 'f'");
        _stage.Answer(".show tables | where isempty(Folder) | project TableName").ShouldBe("[\"B\"]");
        _stage.Answer(".show tables (A, B) | count").ShouldBe("[2]");
        _stage.Answer(".show table A cslschema | project Schema").ShouldBe("[\"X:int\"]");
    }

    [Theory]
    [InlineData(".show operations | where Table == 'T'", "'Table' is no column here")]
    [InlineData(".show operations | COUNT", "The operator 'COUNT' is not supported")]
    [InlineData(".show operations nobody", "expected a guid of 36 characters at position 17 and found 'nobody'")]
    [InlineData(".show tables | take 1 tables", "The operator 'tables' is not supported")]
    [InlineData(".drop table A ifexists | count", "expected the end")]
    [InlineData(".show operations | where StartedOn > ago(1)", "ago() takes timespan and was given long")]
    public void WhatIsWrongBehindACommandIsRefused(string command, string message) =>
        Stage.Refused(() => _stage.Run(command)).Message.ShouldContain(message);

    [Fact]
    public void ADefaultOfAParameterIsALiteral() =>
        Stage.Refused(() => _stage.Query("declare query_parameters (since:datetime = now()); print since"))
            .Message.ShouldContain("now() is no literal");

    [Fact]
    public void ATimeThatNoDateTimeHoldsIsNull() =>
        _stage.Query("print isnull(ago(timespan(1000000))), isnull(ago(1d))").ShouldBe("[true,false]");

    private string Shape(string command) =>
        string.Join(' ', _stage.Run(command).Columns.Select(column => $"{column.Name}:{column.Type}"));

    private void AddFailure(Guid id, string table, TimeSpan age, bool isPermanent = true)
    {
        DateTime failedOn = s_now - age;
        _stage.Database.Log.Add(new LocalIngestionFailure
        {
            OperationId = id,
            Table = table,
            ErrorCode = "Code",
            Details = "what was wrong",
            IsPermanent = isPermanent,
            FailedOn = failedOn,
        });
        _stage.Database.Log.Add(new OperationEntry(id, failedOn.AddMinutes(-1), failedOn, "Failed", "what was wrong"));
    }
}
