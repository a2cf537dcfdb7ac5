using Kusto.Typed.Schema;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Management;

public sealed class KustoSchemaClientTests
{
    private static readonly TableSchema s_table =
        TableSchema.Define("Storms").DateTime("At").String("State").Mapping("m").Build();

    private static readonly TableSchema s_streaming =
        TableSchema.Define("Storms").DateTime("At").String("State").Mapping("m").StreamingIngestion().Build();

    private static readonly string s_noTable = V1.Table(["TableName"], ["\"Other\""]);
    private static readonly string s_storms = V1.Table(["TableName"], ["\"Storms\""]);

    [Fact]
    public async Task MissingTableIsCreatedAndLookedAt()
    {
        FakeDatabase database = Created(s_table);
        await using KustoConnection kusto = database.Connect();

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(s_table);

        result.Commands.Count.ShouldBe(2);
        result.Commands[0].ShouldBe(".create-merge table ['Storms'] (['At']:datetime, ['State']:string)");
        result.Commands[1].ShouldStartWith(".create-or-alter table ['Storms'] ingestion csv mapping");
        result.Commands.ShouldBe(database.Changes);
        result.Before!.Differences.ShouldHaveSingleItem().Kind.ShouldBe(SchemaDifferenceKind.TableMissing);
    }

    [Fact]
    public async Task TableInStepIsLeftAlone()
    {
        FakeDatabase database = Existing();
        await using KustoConnection kusto = database.Connect();

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(s_table);

        result.Commands.ShouldBeEmpty();
        database.Changes.ShouldBeEmpty();
        result.Before!.IsInStep.ShouldBeTrue();
        result.Before.ToString().ShouldBe("The tables are as declared.");
    }

    [Fact]
    public async Task FormerNameThatTheTableHasIsRenamedFirst()
    {
        TableSchema renamed = TableSchema.Define("Storms").DateTime("At").String("Region").RenamedFrom("State").Mapping("m").Build();
        FakeDatabase database = Existing()
            .On(".show table ['Storms'] schema", Schema(), Schema().Replace("State", "Region", StringComparison.Ordinal))
            .On(".show table ['Storms'] ingestion", Mapped(), Mapped().Replace("State", "Region", StringComparison.Ordinal));
        await using KustoConnection kusto = database.Connect();

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(renamed);

        result.Commands[0].ShouldBe(".rename column ['Storms'].['State'] to ['Region']");
        result.Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task WhatNeedsCareIsLeftWhereItIsNotAllowed()
    {
        TableSchema renamed = TableSchema.Define("Storms").DateTime("At").String("Region").RenamedFrom("State").Mapping("m").Build();
        FakeDatabase database = Existing();
        await using KustoConnection kusto = database.Connect();

        KustoSchemaResult result = await kusto.Schema("Samples")
            .ApplyAsync([renamed], new KustoApplyOptions { AllowNeedsCare = false, DryRun = true });

        result.Commands.ShouldAllBe(command => command.StartsWith(".create-or-alter", StringComparison.Ordinal));
        database.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task NodesAreAskedUntilAllHaveTheSchema()
    {
        FakeClock clock = new();
        FakeDatabase database = Created(s_streaming)
            .On(".clear", Cleared("Succeeded", "Failed"), Cleared("Succeeded", "Succeeded"));
        await using KustoConnection kusto = database.Connect(clock);

        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(s_streaming);

        result.Commands.Count(command => command.StartsWith(".clear", StringComparison.Ordinal)).ShouldBe(2);
        clock.Waits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task NodesThatNeverHaveTheSchemaAreAnError()
    {
        FakeDatabase database = Created(s_streaming).On(".clear", Cleared("Succeeded", "Failed"));
        await using KustoConnection kusto = database.Connect();

        (await Should.ThrowAsync<KustoSchemaException>(async () => await kusto.Schema("Samples").ApplyAsync(s_streaming)))
            .Message.ShouldStartWith("Table 'Storms': 1 of 2 nodes of the engine did not take the new schema in 4 attempts");
    }

    [Fact]
    public async Task ColumnOfAnotherTypeStopsBeforeAnyCommand()
    {
        FakeDatabase database = Existing().On(".show table ['Storms'] schema", Schema("long"));
        await using KustoConnection kusto = database.Connect();

        var failure = await Should.ThrowAsync<KustoSchemaException>(async () =>
            await kusto.Schema("Samples").ApplyAsync(s_table));

        failure.Message.ShouldStartWith(
            "Table 'Storms', column 'State': the column is of type long; declared: string. Nothing was changed.");
        failure.Message.ShouldContain("tostring(['State'])");
        failure.Message.ShouldContain("'Storms.State'");
        failure.TableName.ShouldBe("Storms");
        failure.ColumnName.ShouldBe("State");
        database.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task ColumnThatIsStillMissingAfterItsCommandIsAnError()
    {
        FakeDatabase database = Existing().On(".show table ['Storms'] schema", Schema(stateType: null));
        await using KustoConnection kusto = database.Connect();

        (await Should.ThrowAsync<KustoSchemaException>(async () => await kusto.Schema("Samples").ApplyAsync(s_table)))
            .Message.ShouldBe(
                "Table 'Storms', column 'State': the column is missing; declared: string. The service had carried out the "
                + "commands; look at what is there with DiffAsync.");
    }

    [Fact]
    public async Task ColumnsMayLieInAnyOrderAmongOthersAndUnderTheirClrNames()
    {
        const string Odd =
            """{"Name":"Storms","OrderedColumns":[{"Name":"Other","CslType":"guid"},{"Name":"State","Type":"System.String"},{"Name":"At","Type":"System.DateTime","CslType":"datetime"}]}""";
        FakeDatabase database = Existing()
            .On(".show table ['Storms'] schema", V1.Table(["TableName", "Schema"], ["\"Storms\"", V1.Text(Odd)]));
        await using KustoConnection kusto = database.Connect();

        KustoSchemaDiff diff = await kusto.Schema("Samples").DiffAsync([s_table]);

        diff.IsInStep.ShouldBeTrue();
        diff.Differences.Select(difference => difference.Kind)
            .ShouldBe([SchemaDifferenceKind.ColumnExtra, SchemaDifferenceKind.ColumnOrder]);
    }

    [Fact]
    public async Task MappingThatIsStillAnotherIsAnError()
    {
        FakeDatabase database = Existing().On(".show table ['Storms'] ingestion", Mapped(stateOrdinal: 2));
        await using KustoConnection kusto = database.Connect();

        (await Should.ThrowAsync<KustoSchemaException>(async () => await kusto.Schema("Samples").ApplyAsync(s_table)))
            .Message.ShouldStartWith("Table 'Storms': it has 'State' from field 2; declared: 'State' from field 1.");
    }

    [Fact]
    public async Task MappingInTheNewerShapeIsUnderstood()
    {
        const string Mapping =
            """[{"column":"At","Properties":{"Ordinal":"0"}},{"column":"State","Properties":{"Ordinal":"1"}}]""";
        FakeDatabase database = Existing()
            .On(".show table ['Storms'] ingestion", V1.Table(["Name", "Mapping"], ["\"m\"", V1.Text(Mapping)]));
        await using KustoConnection kusto = database.Connect();

        (await kusto.Schema("Samples").ApplyAsync(s_table)).Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"Name":"Storms"}""")]
    public async Task SchemaThatCannotBeReadIsAnError(string schema)
    {
        FakeDatabase database = Existing()
            .On(".show table ['Storms'] schema", V1.Table(["TableName", "Schema"], ["\"Storms\"", V1.Text(schema)]));
        await using KustoConnection kusto = database.Connect();

        (await Should.ThrowAsync<KustoSchemaException>(async () => await kusto.Schema("Samples").ApplyAsync(s_table)))
            .Message.ShouldStartWith("Table 'Storms': the service's answer to .show table ['Storms'] schema as json cannot be read.");
    }

    [Fact]
    public async Task TableIsDropped()
    {
        FakeDatabase database = new();
        await using KustoConnection kusto = database.Connect();

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

    private static FakeDatabase Existing() => new FakeDatabase()
        .On(".show tables", s_storms)
        .On(".show table ['Storms'] schema", Schema())
        .On(".show table ['Storms'] ingestion", Mapped());

    // A table that is not there at first.
    private static FakeDatabase Created(TableSchema table) => Existing()
        .On(".show tables", s_noTable, s_storms)
        .On(".show table ['Storms'] policy", V1.Table(["Policy"], [.. table.Policies.Select(policy => new[] { V1.Text(policy.Json) })]));

    private static string Schema(string? stateType = "string")
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
