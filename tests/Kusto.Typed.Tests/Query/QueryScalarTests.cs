using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Query;

public sealed class QueryScalarTests
{
    [Fact]
    public async Task ScalarsOfAllTypesAreRead()
    {
        (await ScalarAsync<long>("long", "9223372036854775807")).ShouldBe(long.MaxValue);
        (await ScalarAsync<int>("int", "-7")).ShouldBe(-7);
        (await ScalarAsync<string>("string", "\"a\\u0041\"")).ShouldBe("aA");
        (await ScalarAsync<string>("string", "null")).ShouldBe("");
        (await ScalarAsync<bool>("bool", "true")).ShouldBeTrue();
        (await ScalarAsync<bool>("bool", "0")).ShouldBeFalse();
        (await ScalarAsync<double>("real", "\"NaN\"")).ShouldBe(double.NaN);
        (await ScalarAsync<decimal>("decimal", "\"12.5000000000000001\"")).ShouldBe(12.5000000000000001m);
        (await ScalarAsync<DateTime>("datetime", "\"2026-01-31T08:15:00.1234567Z\""))
            .ShouldBe(new DateTime(2026, 1, 31, 8, 15, 0, DateTimeKind.Utc).AddTicks(1234567));
        (await ScalarAsync<TimeSpan>("timespan", "\"-1.02:03:04\"")).ShouldBe(-new TimeSpan(1, 2, 3, 4));
        (await ScalarAsync<Guid>("guid", "\"74be27de-1e4e-49d9-b579-fe0b331d3642\""))
            .ShouldBe(new Guid("74be27de-1e4e-49d9-b579-fe0b331d3642"));
        (await ScalarAsync<long?>("long", "null")).ShouldBeNull();
        (await ScalarAsync<long?>("long", "3")).ShouldBe(3);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("\"text\"")]
    public async Task ValueOfAnotherTypeIsAnError(string value) =>
        (await Should.ThrowAsync<KustoRowException>(() => ScalarAsync<long>("long", value))).ColumnName.ShouldBe("Value");

    [Fact]
    public async Task ResultOfAnotherShapeIsAnError()
    {
        await ShapeAsync(V2.Scalar("long"));
        await ShapeAsync(V2.Scalar("long", ["1"], ["2"]));
        await ShapeAsync(V2.Storms(new Storm(1, "", null, "null")));
    }

    [Fact]
    public async Task TypeThatNoScalarHasIsRefused()
    {
        await using KustoConnection kusto = new("http://localhost:8080");

        await Should.ThrowAsync<NotSupportedException>(async () => await kusto.QueryScalarAsync<Uri>("Samples", $"print 1"));
    }

    private static async Task<T> ScalarAsync<T>(string type, string value)
    {
        FakeService service = new FakeService().Answers(200, V2.Scalar(type, [value]));
        await using KustoConnection kusto = service.Connect();
        return await kusto.QueryScalarAsync<T>("Samples", $"print Value");
    }

    private static async Task ShapeAsync(string answer)
    {
        FakeService service = new FakeService().Answers(200, answer);
        await using KustoConnection kusto = service.Connect();
        (await Should.ThrowAsync<KustoTypedException>(async () => await kusto.QueryScalarAsync<long>("Samples", $"T")))
            .Message.ShouldContain("expected one row of one column");
    }
}
