using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Query;

public sealed class QueryFailureTests
{
    private const string Errors =
        """[{"error":{"code":"LimitsExceeded","message":"m","@message":"E_QUERY_RESULT_SET_TOO_LARGE","@permanent":true}}]""";

    private static readonly Storm s_storm = new(1, "TEXAS", 1.5, "{}");

    private static readonly string s_rows = V2.Rows(s_storm.ToJson());

    public static TheoryData<string> AnswersWithAnErrorAfterARow { get; } =
    [
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, $$"""[[{{string.Join(",", s_storm.ToJson())}}],{"OneApiErrors":{{Errors}}}]"""), V2.Completion),
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, s_rows), $$"""{"FrameType":"DataSetCompletion","HasErrors":true,"Cancelled":false,"OneApiErrors":{{Errors}}}"""),
        V2.Frames(
            V2.Header,
            $$"""{"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","Columns":{{V2.StormColumns}}}""",
            V2.Fragment(s_rows),
            $$"""{"FrameType":"TableCompletion","TableId":1,"RowCount":1,"OneApiErrors":{{Errors}}}""",
            V2.Completion),
    ];

    public static TheoryData<string> BrokenAnswers { get; } =
    [
        "",
        "[",
        "{}",
        "[]",
        V2.Frames(V2.Header, V2.Completion),
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, s_rows)),
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, "[[1,2,3]]"), V2.Completion),
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, "[[1,2,3,4,5]]"), V2.Completion),
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, "[1]"), V2.Completion),
        V2.Frames(V2.Header, V2.Primary(V2.StormColumns, "[[1,\"\\ud800\",3,4]]"), V2.Completion),
        V2.Storms(s_storm)[..^1],
        V2.Fragmented(V2.StormColumns, 2, V2.Fragment(s_rows)),
        V2.Fragmented(V2.StormColumns, 1, V2.Fragment(s_rows, "DataReplace")),
    ];

    [Theory]
    [MemberData(nameof(AnswersWithAnErrorAfterARow))]
    public async Task ErrorAfterRowsIsThrownWhenItComes(string answer)
    {
        FakeService service = new FakeService().Answers(200, answer);
        await using KustoConnection kusto = service.Connect();
        List<Storm> seen = [];

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
        {
            await foreach (Storm storm in kusto.QueryAsync<Storm>("Samples", $"Storms"))
            {
                seen.Add(storm);
            }
        });

        seen.ShouldBe([s_storm]);
        failure.Code.ShouldBe("LimitsExceeded");
        failure.IsPermanent.ShouldBeTrue();
        failure.Message.ShouldContain("E_QUERY_RESULT_SET_TOO_LARGE");
    }

    [Theory]
    [InlineData("""{"FrameType":"DataSetCompletion","HasErrors":true,"Cancelled":false}""", "The query failed.")]
    [InlineData("""{"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":true}""", "The query was cancelled.")]
    public async Task CompletionWithoutWordsIsAnErrorToo(string completion, string message) =>
        (await Should.ThrowAsync<KustoServiceException>(() => QueryTests.StormsOfAsync(service =>
            service.Answers(200, V2.Frames(V2.Header, V2.Primary(V2.StormColumns, "[]"), completion))))).Message.ShouldContain(message);

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task AnswerThatIsNotTheProtocolIsAnError(string answer)
    {
        var failure = await Should.ThrowAsync<KustoServiceException>(() => QueryTests.StormsOfAsync(service =>
        {
            for (int attempt = 0; attempt < 4; attempt++)
            {
                service.Answers(200, answer);
            }
        }));

        failure.Status.ShouldBe(200);
        failure.IsPermanent.ShouldBeFalse();
    }

    [Fact]
    public async Task AnyCutOfAnAnswerIsAnError()
    {
        string whole = V2.Storms(s_storm);
        for (int length = 0; length < whole.Length; length += 7)
        {
            string cut = whole[..length];
            await Should.ThrowAsync<KustoServiceException>(() => QueryTests.StormsOfAsync(service =>
            {
                for (int attempt = 0; attempt < 4; attempt++)
                {
                    service.Answers(200, cut);
                }
            }));
        }
    }

    [Fact]
    public async Task QueryIsSentAgainBeforeItsFirstRow()
    {
        FakeClock clock = new();

        List<Storm> storms = await QueryTests.StormsOfAsync(
            service => service
                .Answers(504, "")
                .Answers(new PiecesContent(V2.Storms(s_storm)[..100], 100, new IOException("torn")))
                .Answers(200, V2.Storms(s_storm)),
            clock);

        storms.ShouldBe([s_storm]);
        clock.Waits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task QueryIsNotSentAgainAfterItsFirstRow()
    {
        string answer = V2.Frames(V2.Header, V2.Primary(V2.StormColumns, V2.Rows(s_storm.ToJson(), s_storm.ToJson())));
        int between = answer.LastIndexOf("[1", StringComparison.Ordinal);
        FakeService service = new FakeService().Answers(new PiecesContent(answer[..between], 10_000, new IOException("torn")));
        await using KustoConnection kusto = service.Connect();
        int rows = 0;

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
        {
            await foreach (Storm _ in kusto.QueryAsync<Storm>("Samples", $"Storms"))
            {
                rows++;
            }
        });

        rows.ShouldBe(1);
        failure.Message.ShouldStartWith("The connection broke while the answer was read.");
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PermanentFailureIsNotTriedAgain()
    {
        FakeService service = new FakeService().Answers(400, V1.Error("General_BadRequest", "Syntax error", true));
        await using KustoConnection kusto = service.Connect();

        (await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.QueryAsync<Storm>("Samples", $"Storms | where").ToListAsync())).Code.ShouldBe("General_BadRequest");
    }
}
