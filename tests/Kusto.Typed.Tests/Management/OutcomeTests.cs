using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Management;

/// <summary>What the service tells of failures and operations, in whatever columns it has.</summary>
public sealed class OutcomeTests
{
    private const string Id = "3827def6-0773-4f2a-859e-c02cf395deaf";

    [Fact]
    public async Task AFailureIsReadByTheNamesOfItsColumns()
    {
        FakeService service = new FakeService().Answers(200, V1.Table(
            ["ShouldRetry", "User", "Table", "Database", "FailedOn", "OperationId", "Details", "FailureKind", "ErrorCode", "IngestionSourcePath", "OriginatesFromUpdatePolicy", "OperationKind", "RootActivityId"],
            ["1", "\"somebody\"", "\"Storms\"", "\"Samples\"", "\"2026-01-31T08:15:00.1234567Z\"", $"\"{Id}\"", "\"No table https://a.blob/c/x.csv?sig=k1 here\"", "\"Transient\"", "\"Timeout\"", "\"https://a.blob/c/x.csv?sv=1&sig=k2\"", "true", "\"DataIngestPull\"", $"\"{Id}\""]));
        await using KustoConnection kusto = service.Connect();

        KustoIngestionFailure failure = (await kusto.Schema("Samples").FailuresAsync()).ShouldHaveSingleItem();

        failure.ShouldBe(new KustoIngestionFailure
        {
            OperationId = new Guid(Id),
            Database = "Samples",
            Table = "Storms",
            FailedOn = new DateTimeOffset(2026, 1, 31, 8, 15, 0, TimeSpan.Zero).AddTicks(1234567),
            Source = "https://a.blob/c/x.csv",
            Details = "No table https://a.blob/c/x.csv?REDACTED here",
            ErrorCode = "Timeout",
            IsPermanent = false,
            ShouldRetry = true,
            OperationKind = "DataIngestPull",
            OriginatesFromUpdatePolicy = true,
            RootActivityId = new Guid(Id),
        });
        service.Requests[0].Text.ShouldContain("FailedOn \\u003E ago(1d)");
    }

    [Fact]
    public async Task NoSecretIsLeft()
    {
        FakeService service = new FakeService().Answers(200, V1.Table(
            ["FailedOn", "IngestionSourcePath", "Details"],
            ["\"2026-01-31T08:15:00Z\"", "\"https://a.blob/c/x.csv;secretkey==\"", "\"from https://a.blob/c/x.csv;secretkey== and sig=secret and Bearer secret\""]));
        await using KustoConnection kusto = service.Connect();

        KustoIngestionFailure failure = (await kusto.Schema("Samples").FailuresAsync()).ShouldHaveSingleItem();

        failure.ToString().ShouldNotContain("secret");
        failure.Source.ShouldBe("https://a.blob/c/x.csv");
        failure.Details.ShouldBe("from https://a.blob/c/x.csv;REDACTED and sig=REDACTED and Bearer REDACTED");
    }

    [Fact]
    public async Task ColumnsThatAreMissingAreNotTold()
    {
        FakeService service = new FakeService()
            .Answers(200, V1.Table(["Table", "FailedOn", "FailureKind"], ["\"A\"", "\"2026-01-01T00:00:00Z\"", "null"], ["\"B\"", "\"2026-01-02T00:00:00Z\"", "\"\""]));
        await using KustoConnection kusto = service.Connect();

        IReadOnlyList<KustoIngestionFailure> failures = await kusto.Schema("Samples").FailuresAsync(new() { MaxAge = null });

        failures.Select(failure => failure.Table).ShouldBe(["B", "A"], "the last one is first");
        failures[1].ShouldBe(new KustoIngestionFailure
        {
            OperationId = Guid.Empty,
            Database = "",
            Table = "A",
            FailedOn = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
    }

    [Fact]
    public async Task OfAnOperationTheLastStateCounts()
    {
        FakeService service = new FakeService().Answers(200, V1.Table(
            ["OperationId", "Operation", "StartedOn", "LastUpdatedOn", "Duration", "State", "Status"],
            [$"\"{Id}\"", "\"DataIngestPull\"", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:02Z\"", "\"00:00:02\"", "\"BadInput\"", "\"why\""],
            [$"\"{Id}\"", "\"DataIngestPull\"", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:01Z\"", "\"00:00:01\"", "\"InProgress\"", "\"\""],
            [$"\"{Guid.Empty}\"", "\"TableCreate\"", "\"2026-01-02T00:00:00Z\"", "\"2026-01-02T00:00:00Z\"", "null", "\"11\"", "null"]));
        await using KustoConnection kusto = service.Connect();

        IReadOnlyList<KustoOperation> operations = await kusto.Schema("Samples").OperationsAsync();

        operations.Select(operation => (operation.Kind, operation.State)).ShouldBe(
            [("TableCreate", KustoOperationState.Unknown), ("DataIngestPull", KustoOperationState.BadInput)]);
        operations[1].Duration.ShouldBe(TimeSpan.FromSeconds(2));
        operations[1].Status.ShouldBe("why");
        operations[0].Duration.ShouldBeNull();
        operations[0].Database.ShouldBeNull();
    }

    [Fact]
    public async Task OperationsOfOtherDatabasesAreLeftOutWhereTheServiceTellsTheDatabase()
    {
        string[] row = ["\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", "\"Completed\""];
        FakeService service = new FakeService().Answers(200, V1.Table(
            ["StartedOn", "LastUpdatedOn", "State", "Database", "OperationId"],
            [.. row, "\"samples\"", $"\"{Id}\""],
            [.. row, "\"Other\"", $"\"{Guid.Empty}\""]));
        await using KustoConnection kusto = service.Connect();

        (await kusto.Schema("Samples").OperationsAsync()).ShouldHaveSingleItem().Id.ShouldBe(new Guid(Id));
    }

    [Fact]
    public async Task AnIdIsLookedForHoweverOldItIs()
    {
        FakeService service = new FakeService()
            .Answers(200, V1.Table(["FailedOn"])).Answers(200, V1.Table(["LastUpdatedOn"]));
        await using KustoConnection kusto = service.Connect();

        await kusto.Schema("Samples").FailuresAsync(new() { OperationId = new Guid(Id), Table = "T" });
        await kusto.Schema("Samples").OperationsAsync(new() { OperationId = new Guid(Id) });

        service.Requests.ShouldAllBe(request => request.Text.Contains(Id) && !request.Text.Contains("ago("));
    }

    [Theory]
    [InlineData("FailedOn", "\"soon\"", "The value in column 'FailedOn' of the command's result is not a datetime")]
    [InlineData("OperationId", "\"x\"", "The value in column 'OperationId' of the command's result is not a guid")]
    [InlineData("Other", "1", "The command's result has no column 'FailedOn'")]
    public async Task AnAnswerThatCannotBeReadIsAnError(string column, string value, string message)
    {
        FakeService service = new FakeService().Answers(200, column == "OperationId"
            ? V1.Table(["FailedOn", column], ["\"2026-01-01T00:00:00Z\"", value])
            : V1.Table([column], [value]));
        await using KustoConnection kusto = service.Connect();

        (await Should.ThrowAsync<KustoTypedException>(async () => await kusto.Schema("Samples").FailuresAsync()))
            .Message.ShouldContain(message);
    }

    [Fact]
    public async Task AnAgeThatListsNothingIsRefused()
    {
        await using KustoConnection kusto = new FakeService().Connect();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () =>
            await kusto.Schema("Samples").FailuresAsync(new() { MaxAge = TimeSpan.Zero }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () =>
            await kusto.Schema("Samples").OperationsAsync(new() { MaxAge = TimeSpan.FromSeconds(-1) }));
    }
}
