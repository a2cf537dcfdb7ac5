using Kusto.Typed.Schema;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Management;

public sealed class KustoSchemaClientTests
{
    private static readonly TableSchema s_table =
        TableSchema.Define("Storms").DateTime("At").String("State").Mapping("m").Build();

    private static readonly TableSchema s_streaming =
        TableSchema.Define("Storms").DateTime("At").String("State").Mapping("m").StreamingIngestion().Build();

    [Fact]
    public async Task CommandsOfTheTableAreRunOneByOne()
    {
        FakeService service = new FakeService().Answers(200, Created()).Answers(200, Mapped());
        await using KustoConnection kusto = service.Connect();

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(s_table);

        result.Commands.Count.ShouldBe(2);
        result.Commands[0].ShouldBe(".create-merge table ['Storms'] (['At']:datetime, ['State']:string)");
        result.Commands[1].ShouldStartWith(".create-or-alter table ['Storms'] ingestion csv mapping");
        service.Requests.Count.ShouldBe(2);
        service.Requests[0].Text.ShouldContain("\"db\":\"Samples\"");
    }

    [Fact]
    public async Task FormerNameThatTheTableHasIsRenamedFirst()
    {
        TableSchema renamed = TableSchema.Define("Storms").DateTime("At").String("Region").RenamedFrom("State").Mapping("m").Build();
        FakeService service = new FakeService()
            .Answers(200, V1.Table(["TableName"], ["\"Storms\""]))
            .Answers(200, Created())
            .Answers(200, V1.Table(["TableName"], ["\"Storms\""]))
            .Answers(200, Created().Replace("State", "Region", StringComparison.Ordinal))
            .Answers(200, Mapped().Replace("State", "Region", StringComparison.Ordinal));
        await using KustoConnection kusto = service.Connect();

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(renamed);

        result.Commands[0].ShouldBe(".rename column ['Storms'].['State'] to ['Region']");
        result.Commands.Count.ShouldBe(3);
    }

    [Fact]
    public async Task TableThatIsNotThereHasNothingToRename()
    {
        TableSchema renamed = TableSchema.Define("Storms").DateTime("At").String("State").RenamedFrom("Old").Mapping("m").Build();
        FakeService service = new FakeService()
            .Answers(200, V1.Table(["TableName"], ["\"Other\""])).Answers(200, Created()).Answers(200, Mapped());
        await using KustoConnection kusto = service.Connect();

        (await kusto.Schema("Samples").ApplyAsync(renamed)).Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task NodesAreAskedUntilAllHaveTheSchema()
    {
        FakeClock clock = new();
        FakeService service = new FakeService().Answers(200, Created()).Answers(200, Mapped())
            .Answers(200, V1.Table(["PolicyName"], ["\"StreamingIngestionPolicy\""]))
            .Answers(200, Cleared("Succeeded", "Failed")).Answers(200, Cleared("Succeeded", "Succeeded"));
        await using KustoConnection kusto = service.Connect(clock);

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(s_streaming);

        result.Commands.Count(command => command.StartsWith(".clear", StringComparison.Ordinal)).ShouldBe(2);
        clock.Waits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task NodesThatNeverHaveTheSchemaAreAnError()
    {
        FakeService service = new FakeService().Answers(200, Created()).Answers(200, Mapped())
            .Answers(200, V1.Table(["PolicyName"], ["\"StreamingIngestionPolicy\""]));
        for (int attempt = 0; attempt < 4; attempt++)
        {
            service.Answers(200, Cleared("Succeeded", "Failed"));
        }

        await using KustoConnection kusto = service.Connect();

        (await Should.ThrowAsync<KustoSchemaException>(async () => await kusto.Schema("Samples").ApplyAsync(s_streaming)))
            .Message.ShouldStartWith("Table 'Storms': 1 of 2 nodes of the engine did not take the new schema in 4 attempts");
    }

    [Theory]
    [InlineData("long", "Table 'Storms', column 'State': the table has it as long; the type declares string.")]
    [InlineData(null, "Table 'Storms', column 'State': the table has no such column; expected one of type string.")]
    public async Task TableThatIsNotAsDeclaredIsAnError(string? type, string message)
    {
        FakeService service = new FakeService().Answers(200, Created(type));
        await using KustoConnection kusto = service.Connect();

        var failure = await Should.ThrowAsync<KustoSchemaException>(async () =>
            await kusto.Schema("Samples").ApplyAsync(s_table));

        failure.Message.ShouldStartWith(message);
        failure.TableName.ShouldBe("Storms");
        failure.ColumnName.ShouldBe("State");
    }

    [Fact]
    public async Task ColumnsMayLieInAnyOrderAmongOthersAndUnderTheirClrNames()
    {
        const string Schema =
            """{"Name":"Storms","OrderedColumns":[{"Name":"Other","CslType":"guid"},{"Name":"State","Type":"System.String"},{"Name":"At","Type":"System.DateTime","CslType":"datetime"}]}""";
        FakeService service = new FakeService()
            .Answers(200, V1.Table(["TableName", "Schema"], ["\"Storms\"", V1.Text(Schema)])).Answers(200, Mapped());
        await using KustoConnection kusto = service.Connect();

        await kusto.Schema("Samples").ApplyAsync(s_table);

        service.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task MappingThatIsNotAsDeclaredIsAnError()
    {
        FakeService service = new FakeService().Answers(200, Created()).Answers(200, Mapped(stateOrdinal: 2));
        await using KustoConnection kusto = service.Connect();

        (await Should.ThrowAsync<KustoSchemaException>(async () => await kusto.Schema("Samples").ApplyAsync(s_table)))
            .Message.ShouldBe("Table 'Storms', column 'State': the mapping 'm' reads it from field 2; expected 1.");
    }

    [Fact]
    public async Task MappingInTheNewerShapeIsUnderstood()
    {
        const string Mapping =
            """[{"column":"At","Properties":{"Ordinal":"0"}},{"column":"State","Properties":{"Ordinal":"1"}}]""";
        FakeService service = new FakeService().Answers(200, Created())
            .Answers(200, V1.Table(["Name", "Mapping"], ["\"m\"", V1.Text(Mapping)]));
        await using KustoConnection kusto = service.Connect();

        (await kusto.Schema("Samples").ApplyAsync(s_table)).Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TableIsDropped()
    {
        FakeService service = new FakeService().Answers(200, V1.Table(["TableName"]));
        await using KustoConnection kusto = service.Connect();

        (await kusto.Schema("Samples").DropAsync("it's")).Commands.ShouldBe([@".drop table ['it\'s'] ifexists"]);
    }

    [Fact]
    public async Task DatabaseOfTheConnectionIsTheDefault()
    {
        await using KustoConnection kusto = new("http://localhost:8080/Weather");

        kusto.Schema().Database.ShouldBe("Weather");
        await using KustoConnection none = new("http://localhost:8080");
        Should.Throw<ArgumentException>(() => none.Schema());
    }

    private static string Created(string? stateType = "string")
    {
        string state = stateType is null ? "" : $$""",{"Name":"State","Type":"x","CslType":"{{stateType}}"}""";
        string schema =
            $$"""{"Name":"Storms","OrderedColumns":[{"Name":"At","Type":"System.DateTime","CslType":"datetime"}{{state}}]}""";
        return V1.Table(["TableName", "Schema", "DatabaseName"], ["\"Storms\"", V1.Text(schema), "\"Samples\""]);
    }

    private static string Mapped(int stateOrdinal = 1)
    {
        string mapping =
            $$"""[{"Name":"At","DataType":"","CsvDataType":null,"Ordinal":0,"ConstValue":null},{"Name":"State","Ordinal":{{stateOrdinal}}}]""";
        return V1.Table(["Name", "Kind", "Mapping"], ["\"m\"", "\"Csv\"", V1.Text(mapping)]);
    }

    private static string Cleared(params string[] states) =>
        V1.Table(["NodeId", "Status"], [.. states.Select((state, node) => new[] { $"\"{node}\"", $"\"{state}\"" })]);
}
