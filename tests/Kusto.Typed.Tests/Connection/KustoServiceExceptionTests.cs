using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

public sealed class KustoServiceExceptionTests
{
    [Theory]
    [InlineData(400, null, true, false)]
    [InlineData(400, false, false, false)]
    [InlineData(401, null, true, false)]
    [InlineData(403, null, true, false)]
    [InlineData(404, null, true, false)]
    [InlineData(409, null, true, false)]
    [InlineData(412, null, true, false)]
    [InlineData(413, null, true, false)]
    [InlineData(302, null, true, false)]
    [InlineData(408, null, false, true)]
    [InlineData(429, null, false, false)]
    [InlineData(500, null, false, true)]
    [InlineData(500, true, true, false)]
    [InlineData(502, null, false, true)]
    [InlineData(503, null, false, false)]
    [InlineData(504, null, false, true)]
    [InlineData(520, null, false, true)]
    public async Task StatusAndBodyTellWhatMayBeTriedAgain(int status, bool? said, bool permanent, bool unknown)
    {
        KustoServiceException failure = await FailureOf(service => service.Answers(status, V1.Error("Code", "m", said)));

        failure.Status.ShouldBe(status);
        failure.IsPermanent.ShouldBe(permanent);
        failure.IsOutcomeUnknown.ShouldBe(unknown);
        failure.IsThrottled.ShouldBe(status == 429);
    }

    [Fact]
    public async Task BodyOfTheServiceIsTold()
    {
        KustoServiceException failure = await FailureOf(service => service.Answers(
            400, V1.Error("General_BadRequest", "Syntax error: here", true), ("x-ms-activity-id", "header-activity")));

        failure.Code.ShouldBe("General_BadRequest");
        failure.ActivityId.ShouldBe("header-activity");
        failure.Message.ShouldBe(
            $"The service answered 400 (General_BadRequest): Syntax error: here Request {failure.ClientRequestId}.");
    }

    [Fact]
    public async Task ActivityOfTheBodyIsTakenWhereTheHeaderIsMissing() =>
        (await FailureOf(service => service.Answers(400, V1.Error("C", "m", true)))).ActivityId.ShouldBe("body-activity");

    [Theory]
    [InlineData("<html>502 Bad Gateway</html>", "<html>502 Bad Gateway</html>")]
    [InlineData("", "it says nothing more.")]
    [InlineData("\"text\"", "text")]
    [InlineData("{}", "it says nothing more.")]
    [InlineData("{\"error\":\"text\"}", "text")]
    [InlineData("{\"error\":{\"code\":7,\"@permanent\":\"no\",\"@context\":[]}}", "it says nothing more.")]
    public async Task BodyOfAnyOtherKindIsTolerated(string body, string said)
    {
        KustoServiceException failure = await FailureOf(service => service.Answers(502, body));

        failure.Code.ShouldBeNull();
        failure.Message.ShouldContain(said);
    }

    [Fact]
    public async Task LongBodyIsCut() =>
        (await FailureOf(service => service.Answers(502, new string('x', 500_000)))).Message.Length.ShouldBeLessThan(2200);

    [Fact]
    public async Task SecretsInTheServicesWordsAreNotRepeated()
    {
        const string Said =
            "Blob 'https://a.blob.core.windows.net/c/b.csv?sv=1&sig=TOP%2Bsecret&se=2' failed, sig=TOPsecret2, Bearer eyJTOPsecret.abc";
        KustoServiceException failure = await FailureOf(service => service.Answers(400, V1.Error("C", Said, true)));

        failure.ToString().ShouldNotContain("TOP");
        failure.Message.ShouldContain("https://a.blob.core.windows.net/c/b.csv?REDACTED");
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sat, 31 Jan 2026 08:15:20 GMT", 20)]
    [InlineData("Sat, 31 Jan 2026 08:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task RetryAfterIsRead(string header, int? seconds) =>
        (await FailureOf(service => service.Answers(429, "", ("Retry-After", header)))).RetryAfter
            .ShouldBe(seconds is { } known ? TimeSpan.FromSeconds(known) : null);

    [Fact]
    public async Task TornConnectionLeavesTheOutcomeOpen()
    {
        KustoServiceException failure = await FailureOf(service =>
            service.Fails(new HttpRequestException(HttpRequestError.ResponseEnded, "ended early")));

        failure.Status.ShouldBe(0);
        failure.IsPermanent.ShouldBeFalse();
        failure.IsOutcomeUnknown.ShouldBeTrue();
        failure.Message.ShouldContain("localhost");
    }

    [Fact]
    public async Task AnswerThatNeverComesIsATimeout()
    {
        using Silent silent = new();
        await using KustoConnection kusto = new("http://localhost:8080", new KustoConnectionOptions
        {
            MessageHandler = silent,
            TimeProvider = new FakeClock(passes: TimeSpan.FromHours(1)),
        });

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync("Samples", ".show version"));

        failure.Message.ShouldStartWith("No answer came within 630 seconds.");
        failure.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task CancellationOfTheCallerStaysACancellation()
    {
        using Silent silent = new();
        await using KustoConnection kusto = new("http://localhost:8080", new KustoConnectionOptions
        {
            MessageHandler = silent,
            TimeProvider = new FakeClock(),
        });
        using CancellationTokenSource source = new();

        Task running = kusto.ExecuteCommandAsync("Samples", ".show version", source.Token).AsTask();
        running.IsCompleted.ShouldBeFalse();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    private static async Task<KustoServiceException> FailureOf(Action<FakeService> tell)
    {
        FakeService service = new();
        tell(service);
        await using KustoConnection kusto = service.Connect(
            options: new KustoConnectionOptions { Retry = new KustoRetryOptions { MaxAttempts = 1 } });
        return await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync("Samples", ".show version"));
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Only a cancellation ends the wait.");
        }
    }
}
