using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.Query;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Query;

public sealed class QueryTests
{
    private static readonly Storm s_texas = new(9223372036854775807, "TEXAS", 31.25, """{"a":[1,2]}""");
    private static readonly Storm s_ohio = new(-1, "OH\"I\\O\n\u00e4\ud83c\udf29", null, "null");
    private static readonly Storm[] s_storms = [s_texas, s_ohio];

    [Fact]
    public async Task RowsAreReadByTheNamesOfTheColumns() =>
        (await StormsOfAsync(service => service.Answers(200, V2.Storms(s_storms)))).ShouldBe(s_storms);

    [Fact]
    public async Task QueryTravelsWithItsOptions()
    {
        FakeService service = new FakeService().Answers(200, V2.Storms());
        await using KustoConnection kusto = service.Connect(
            options: new KustoConnectionOptions { ServerTimeout = TimeSpan.FromMinutes(1) });
        string state = "TEXAS\"; .drop table T //";

        await kusto.QueryAsync<Storm>("Samples", $"Storms | where State == {state} | take {5}").ToListAsync();

        FakeService.Asked asked = service.Requests.ShouldHaveSingleItem();
        asked.Uri.AbsolutePath.ShouldBe("/v2/rest/query");
        using JsonDocument body = JsonDocument.Parse(asked.Body);
        JsonElement properties = body.RootElement.GetProperty("properties");
        body.RootElement.GetProperty("db").GetString().ShouldBe("Samples");
        body.RootElement.GetProperty("csl").GetString().ShouldBe(
            "declare query_parameters(_p0:string, _p1:int);\nStorms | where State == _p0 | take _p1");
        properties.GetProperty("Options").GetRawText().ShouldBe(
            """{"servertimeout":"00:01:00","results_v2_fragment_primary_tables":true}""");
        properties.GetProperty("Parameters").GetProperty("_p0").GetString().ShouldBe("""
            "TEXAS\"; .drop table T //"
            """);
        properties.GetProperty("Parameters").GetProperty("_p1").GetString().ShouldBe("int(5)");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task PiecesOfAnyLengthGiveTheSameRows(int length)
    {
        Storm[] storms = [.. Enumerable.Range(0, 100).Select(id => new Storm(id, new string('é', id * 5), id, $"[{id},\"x\"]"))];
        string[][] rows = [.. storms.Select(storm => storm.ToJson())];
        string fragmented = V2.Fragmented(
            V2.StormColumns, 100, V2.Fragment(V2.Rows(rows[..50])), V2.Fragment(V2.Rows(rows[50..])));

        (await StormsOfAsync(service => service.Answers(new PiecesContent(V2.Storms(storms), length)))).ShouldBe(storms);
        (await StormsOfAsync(service => service.Answers(new PiecesContent(fragmented, length)))).ShouldBe(storms);
    }

    [Fact]
    public async Task RowsAreHandedOutBeforeTheAnswerIsComplete()
    {
        Storm[] storms = [.. Enumerable.Range(0, 20_000).Select(id => new Storm(id, "STATE", id, "{}"))];
        PiecesContent answer = new(V2.Storms(storms), 1000);
        FakeService service = new FakeService().Answers(answer);
        await using KustoConnection kusto = service.Connect();

        await foreach (Storm storm in kusto.QueryAsync<Storm>("Samples", $"Storms"))
        {
            storm.ShouldBe(storms[0]);
            answer.BytesRead.ShouldBeLessThan(10_000);
            break;
        }
    }

    [Fact]
    public void AnyOrderOfPropertiesGivesTheSameRows() =>
        Prop.ForAll(
            Gen.Shuffle(V2.PrimaryProperties(V2.StormColumns, V2.Rows(s_texas.ToJson(), s_ohio.ToJson()))).ToArbitrary(),
            properties =>
            {
                string answer = V2.Frames(V2.Header, "{" + string.Join(",", properties) + "}", V2.Completion);
                return StormsOfAsync(service => service.Answers(200, answer)).GetAwaiter().GetResult().SequenceEqual(s_storms);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task FragmentMayTellItsTableLast()
    {
        string fragment = $$"""{"Rows":{{V2.Rows(s_texas.ToJson())}},"TableId":1,"TableFragmentType":"DataAppend","FrameType":"TableFragment"}""";

        (await StormsOfAsync(service => service.Answers(200, V2.Fragmented(V2.StormColumns, 1, fragment)))).ShouldBe([s_texas]);
    }

    [Fact]
    public void AnyRowComesBackFromJson() =>
        Prop.ForAll(
            (from id in ArbMap.Default.GeneratorFor<long>()
             from state in ArbMap.Default.GeneratorFor<string?>()
             from lat in ArbMap.Default.GeneratorFor<double>()
             select Row(id, state, lat)).ToArbitrary(),
            storm => StormsOfAsync(service => service.Answers(new PiecesContent(V2.Storms(storm), 11)))
                .GetAwaiter().GetResult().Single().Equals(storm))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"a" : 1}""", """{"a" : 1}""")]
    [InlineData("[1, 2]", "[1, 2]")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("\"{\\\"a\\\":[1]}\"", "{\"a\":[1]}")]
    [InlineData("\"[1,2]\"", "[1,2]")]
    [InlineData("\"{not json\"", "\"{not json\"")]
    [InlineData("\"{} {}\"", "\"{} {}\"")]
    [InlineData("\"plain \\\"text\\\"\"", "\"plain \\\"text\\\"\"")]
    [InlineData("\"\"", "\"\"")]
    public async Task DynamicIsAlwaysJsonText(string sent, string read)
    {
        string answer = V2.Frames(
            V2.Header, V2.Primary(V2.StormColumns, V2.Rows(["1", "\"{}\"", "0", sent])), V2.Completion);

        (await StormsOfAsync(service => service.Answers(200, answer))).ShouldBe([new Storm(1, "{}", 0, read)]);
    }

    [Theory]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("1e-7", 1e-7)]
    public async Task RealsAreReadInAllTheirSpellings(string sent, double read)
    {
        string answer = V2.Frames(
            V2.Header, V2.Primary(V2.StormColumns, V2.Rows(["1", "\"\"", sent, "null"])), V2.Completion);

        (await StormsOfAsync(service => service.Answers(200, answer))).Single().Lat.ShouldBe(read);
    }

    [Fact]
    public async Task MissingColumnIsAnErrorEvenWithoutRows()
    {
        string answer = V2.Frames(
            V2.Header, V2.Primary("""[{"ColumnName":"Id","ColumnType":"long"}]""", "[]"), V2.Completion);

        (await FailureAsync<KustoTypedException>(service => service.Answers(200, answer))).Message
            .ShouldStartWith("The result has no column 'State'");
    }

    [Fact]
    public async Task ValueOfAnotherTypeNamesRowAndColumn()
    {
        string answer = V2.Frames(
            V2.Header,
            V2.Primary(V2.StormColumns, V2.Rows(s_texas.ToJson(), ["\"secret\"", "\"\"", "0", "null"])),
            V2.Completion);

        var failure = await FailureAsync<KustoRowException>(service => service.Answers(200, answer));

        failure.RowIndex.ShouldBe(1);
        failure.ColumnName.ShouldBe("Id");
        failure.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task SecondResultIsAnError()
    {
        string result = V2.Primary(V2.StormColumns, "[]");

        (await FailureAsync<KustoTypedException>(service =>
            service.Answers(200, V2.Frames(V2.Header, result, result, V2.Completion)))).Message
            .ShouldStartWith("The query has more than one result");
    }

    [Fact]
    public async Task DatabaseIsNeeded()
    {
        await using KustoConnection kusto = new("http://localhost:8080");

        Should.Throw<ArgumentException>(() => kusto.QueryAsync<Storm>(null, $"Storms"));
    }

    [Fact]
    public async Task V1TablesAreReadToo()
    {
        const string Columns =
            """[{"ColumnName":"Id","DataType":"Int64"},{"ColumnName":"State","DataType":"String"},{"ColumnName":"Lat","DataType":"Double"},{"ColumnName":"Details","DataType":"Object"}]""";
        string rows = V2.Rows(s_texas.ToJson(), s_ohio.ToJson());
        const string Status = """{"TableName":"S","Columns":[{"ColumnName":"Severity"},{"ColumnName":"StatusDescription"}],"Rows":[[4,"fine"]]}""";

        foreach (string table in (string[])[$$"""{"TableName":"T","Columns":{{Columns}},"Rows":{{rows}}}""", $$"""{"Rows":{{rows}},"Columns":{{Columns}}}"""])
        {
            FakeService service = new FakeService().Answers(new PiecesContent($$"""{"Tables":[{{table}},{{Status}}]}""", 5));
            await using KustoConnection kusto = service.Connect();

            (await KustoQueryExtensions.QueryAsync<Storm, Storm>(kusto, "Samples", $"Storms", QueryProtocol.V1, default).ToListAsync())
                .ShouldBe(s_storms);
            service.Requests[0].Uri.AbsolutePath.ShouldBe("/v1/rest/query");
        }
    }

    [Theory]
    [InlineData("""{"Tables":[{"Columns":[],"Rows":[{"OneApiErrors":[{"error":{"code":"C","@message":"broke"}}]}]}]}""")]
    [InlineData("""{"Tables":[{"Columns":[],"Rows":[]}],"Exceptions":["broke"]}""")]
    [InlineData("""{"Tables":[{"Columns":[],"Rows":[]},{"Columns":[{"ColumnName":"Severity"},{"ColumnName":"StatusDescription"}],"Rows":[[2,"broke"]]}]}""")]
    public async Task V1ErrorsAreThrown(string answer)
    {
        FakeService service = new FakeService().Answers(200, answer);
        await using KustoConnection kusto = service.Connect();

        (await Should.ThrowAsync<KustoServiceException>(async () => await KustoQueryExtensions
            .QueryAsync<Storm, Storm>(kusto, "Samples", $"Storms", QueryProtocol.V1, default).ToListAsync())).Message.ShouldContain("broke");
    }

    internal static async Task<List<Storm>> StormsOfAsync(Action<FakeService> tell, FakeClock? clock = null)
    {
        FakeService service = new();
        tell(service);
        await using KustoConnection kusto = service.Connect(clock);
        return await kusto.QueryAsync<Storm>("Samples", $"Storms").ToListAsync();
    }

    private static async Task<TException> FailureAsync<TException>(Action<FakeService> tell)
        where TException : Exception =>
        await Should.ThrowAsync<TException>(() => StormsOfAsync(tell));

    // JSON has no half surrogates, and the fake service writes numbers as .NET does.
    private static Storm Row(long id, string? text, double number)
    {
        string state = string.Concat((text ?? "").Where(character => !char.IsSurrogate(character)));
        double? lat = double.IsFinite(number) ? number : null;
        return new Storm(id, state, lat, JsonSerializer.Serialize(new[] { state, id.ToString(CultureInfo.InvariantCulture) }));
    }
}
