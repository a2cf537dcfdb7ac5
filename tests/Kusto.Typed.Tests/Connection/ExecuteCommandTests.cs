using System.Net.Sockets;
using System.Text.Json;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

public sealed class ExecuteCommandTests
{
    private static readonly string s_version = V1.Table(["BuildVersion", "Nodes"], ["\"1.0\"", "4"]);

    [Fact]
    public async Task RowsAreReadByTheNamesOfTheColumns()
    {
        FakeService service = new FakeService().Answers(200, s_version, ("x-ms-activity-id", "activity"));
        await using KustoConnection kusto = service.Connect();

        KustoCommandResult result = await kusto.ExecuteCommandAsync("Samples", ".show version");

        result.Columns.ShouldBe(["BuildVersion", "Nodes"]);
        result.Rows.Count.ShouldBe(1);
        result.Rows[0].GetString("BuildVersion").ShouldBe("1.0");
        result.Rows[0].GetInt64("Nodes").ShouldBe(4);
        result.Rows[0]["Nodes"].ValueKind.ShouldBe(JsonValueKind.Number);
        result.ActivityId.ShouldBe("activity");
        Should.Throw<KustoTypedException>(() => result.Rows[0].GetString("Other")).Message
            .ShouldBe("The command's result has no column 'Other'; it has: BuildVersion, Nodes.");
    }

    [Fact]
    public async Task CommandTravelsAsJsonWithItsHeaders()
    {
        FakeService service = new FakeService().Answers(200, s_version);
        await using KustoConnection kusto = service.Connect(options: new KustoConnectionOptions
        {
            Application = "Wetter-Früh\r\nx",
            User = "me",
            ClientVersion = "Own:{1}",
            ServerTimeout = TimeSpan.FromMinutes(2),
        });

        await kusto.ExecuteCommandAsync("Samples", ".show version");

        FakeService.Asked asked = service.Requests.ShouldHaveSingleItem();
        asked.Method.ShouldBe("POST");
        asked.Uri.ShouldBe(new Uri("http://localhost:8080/v1/rest/mgmt"));
        asked.Text.ShouldBe(
            """{"db":"Samples","csl":".show version","properties":{"Options":{"servertimeout":"00:02:00"},"Parameters":{}}}""");
        asked.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        asked.Headers["Accept"].ShouldBe("application/json");
        asked.Headers["x-ms-version"].ShouldBe("2024-12-12");
        asked.Headers["x-ms-app"].ShouldBe("Wetter-Fr?h??x");
        asked.Headers["x-ms-user"].ShouldBe("me");
        asked.Headers["x-ms-client-request-id"].ShouldMatch("^KTC\\.execute;[0-9a-f-]{36}$");
        asked.Headers["x-ms-client-version"].ShouldMatch("^Kusto\\.Typed\\.Client:\\{[^{}|]+\\}\\|Runtime\\.Net:\\{[0-9.]+\\}\\|Own:\\{1\\}$");
        asked.Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task DatabaseIsLeftOutWhereNoneIsNamed()
    {
        FakeService service = new FakeService().Answers(200, s_version);
        await using KustoConnection kusto = service.Connect();

        await kusto.ExecuteCommandAsync(null, ".show version");

        service.Requests[0].Text.ShouldStartWith("""{"csl":""");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RefusedCommandIsSentAgain(int status)
    {
        FakeClock clock = new();
        FakeService service = new FakeService().Answers(status, "busy").Answers(200, s_version);
        await using KustoConnection kusto = service.Connect(clock);

        (await kusto.ExecuteCommandAsync("Samples", ".show version")).Rows.Count.ShouldBe(1);

        service.Requests.Count.ShouldBe(2);
        service.Requests[0].Headers["x-ms-client-request-id"]
            .ShouldNotBe(service.Requests[1].Headers["x-ms-client-request-id"]);
        clock.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(400)]
    public async Task CommandThatMayHaveRunIsNotSentAgain(int status)
    {
        FakeService service = new FakeService().Answers(status, "");
        await using KustoConnection kusto = service.Connect();

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync("Samples", ".show version"));

        failure.Status.ShouldBe(status);
        failure.IsOutcomeUnknown.ShouldBe(status >= 500);
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AttemptsEndAtTheirNumber()
    {
        FakeClock clock = new();
        FakeService service = new FakeService().Answers(429, "").Answers(429, "");
        await using KustoConnection kusto = service.Connect(
            clock, new KustoConnectionOptions { Retry = new KustoRetryOptions { MaxAttempts = 2 } });

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync("Samples", ".show version"));

        failure.IsThrottled.ShouldBeTrue();
        clock.Waits.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"Tables":[{"TableName":"T","Columns":[{"ColumnName":"A"}],"Rows":[[1],{"OneApiErrors":[{"error":{"code":"LimitsExceeded","@message":"too much","@permanent":false}}]}]}]}""", "LimitsExceeded", "too much")]
    [InlineData("""{"Tables":[],"Exceptions":["it broke"]}""", null, "it broke")]
    [InlineData("""{"Tables":[{"TableName":"T","Columns":[],"Rows":[{"Exceptions":["it broke"]}]}]}""", null, "it broke")]
    public async Task ErrorInsideOfAnAnswerIsThrown(string body, string? code, string message)
    {
        FakeService service = new FakeService().Answers(200, body);
        await using KustoConnection kusto = service.Connect();

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync("Samples", ".show version"));

        failure.Status.ShouldBe(200);
        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Tables\":[{\"Table")]
    [InlineData("{\"Tables\":[]}")]
    [InlineData("[]")]
    [InlineData("{\"Tables\":[{\"Columns\":[{\"ColumnName\":\"A\"}],\"Rows\":[[1,2]]}]}")]
    public async Task AnswerThatIsNotTheProtocolIsAFailureOfUnknownOutcome(string body)
    {
        FakeService service = new FakeService().Answers(200, body);
        await using KustoConnection kusto = service.Connect();

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync("Samples", ".show version"));

        failure.IsOutcomeUnknown.ShouldBeTrue();
        failure.IsPermanent.ShouldBeFalse();
    }

    [Fact]
    public async Task UnreachableServiceIsAskedAgain()
    {
        HttpRequestException refused = new(HttpRequestError.ConnectionError, "refused", new SocketException(111));
        FakeService service = new FakeService()
            .Answers(200, s_version);
        using Unreachable unreachable = new(refused, times: 2, service);
        await using KustoConnection kusto = new(
            "http://localhost:8080", new KustoConnectionOptions { MessageHandler = unreachable, TimeProvider = new FakeClock() });

        (await kusto.ExecuteCommandAsync("Samples", ".show version")).Rows.Count.ShouldBe(1);
    }

    // Fails before the body is asked for, as a refused connection does.
    private sealed class Unreachable(Exception failure, int times, HttpMessageHandler then) : DelegatingHandler(then)
    {
        private int _left = times;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            _left-- > 0 ? throw failure : base.SendAsync(request, cancellationToken);
    }
}
