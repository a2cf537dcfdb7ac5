using Kusto.Typed.Csv;
using Kusto.Typed.Local.Tests.Testing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Tests;

public sealed class LocalDatabaseTests
{
    [Fact]
    public async Task RowsAreReadAsValuesOfTheirType()
    {
        await using Client client = await Client.StartAsync(columns: "Extra:string, Text:string, Json:dynamic, Count:int");
        await client.IngestAsync("x,\"a,ü\",\"{\"\"k\"\":1}\",7\nx,,,-1\n");
        client.Samples.Rows<Reading>().ShouldBe([new Reading(7, "a,ü", """{"k":1}"""), new Reading(-1, "", "null")]);
    }

    [Fact]
    public async Task RowsMayBeReadTwiceAndAtOnce()
    {
        await using Client client = await Client.StartAsync(columns: "Count:int, Text:string, Json:dynamic");
        await client.IngestAsync("1,a,[]\n2,b,[]\n");
        IEnumerable<Reading> rows = client.Samples.Rows<Reading>();
        rows.Zip(rows).ShouldAllBe(pair => pair.First == pair.Second);
        rows.Count().ShouldBe(2);
    }

    [Fact]
    public async Task RowsShowTheMomentInWhichTheyWereAskedFor()
    {
        await using Client client = await Client.StartAsync(columns: "Count:int, Text:string, Json:dynamic");
        IEnumerable<Reading> before = client.Samples.Rows<Reading>();
        await client.IngestAsync("1,a,[]\n");
        before.ShouldBeEmpty();
        client.Samples.Rows<Reading>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ANullWhereThePropertyTakesNoneNamesRowAndColumn()
    {
        await using Client client = await Client.StartAsync(columns: "Count:int, Text:string, Json:dynamic");
        await client.IngestAsync("1,a,[]\n,a,[]\n");
        KustoRowException exception = Should.Throw<KustoRowException>(() => client.Samples.Rows<Reading>().ToList());
        (exception.RowIndex, exception.ColumnName).ShouldBe((1, "Count"));
    }

    [Fact]
    public async Task ALostColumnIsAnErrorBeforeTheFirstRow()
    {
        await using Client client = await Client.StartAsync(columns: "Count:int");
        Should.Throw<KustoTypedException>(() => client.Samples.Rows<Reading>()).Message.ShouldContain("no column 'Text'");
        Should.Throw<KustoTypedException>(() => client.Samples.Rows<Reading>("U")).Message.ShouldContain("no table 'U'");
    }

    [Fact]
    public async Task CountingModeHasCountsAndNoRows()
    {
        await using Client client = await Client.StartAsync(
            new LocalKustoOptions { CountingMode = true }, "Count:int, Text:string, Json:dynamic");
        await client.IngestAsync("1,a,[]\n2,b,[]\n");
        client.Samples.CountRows("T").ShouldBe(2);
        (await client.QueryAsync("T | count")).Rows().ShouldBe("[[2]]");
        (await client.QueryAsync("T")).Code.ShouldBe("BadRequest_NotSupported");
        Should.Throw<KustoTypedException>(() => client.Samples.Rows<Reading>()).Message.ShouldContain("CountingMode");
    }

    [Fact]
    public async Task WarningsCanBeAskedFor()
    {
        await using Client client = await Client.StartAsync();
        client.Http.DefaultRequestHeaders.Add("x-ms-client-request-id", "batch-7");
        await client.IngestAsync("1,a\nx,b\n");
        client.Samples.WarningCount.ShouldBe(1);
        client.Samples.Warnings.ShouldHaveSingleItem().ShouldBe(new LocalWarning
        {
            Table = "T",
            Column = "A",
            RecordNumber = 2,
            Kind = LocalWarningKind.UnparsableValue,
            Value = "x",
            ClientRequestId = "batch-7",
        });
    }

    [Fact]
    public async Task AnUnknownDatabaseIsAnErrorThatListsTheOthers()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        Should.Throw<KustoTypedException>(() => local.Database("Nowhere")).Message
            .ShouldContain("There are: NetDefaultDB, Samples.");
    }

    private sealed record Reading(int Count, string Text, string Json) : IKustoRowReader<Reading>
    {
        public static TableSchema Schema { get; } =
            TableSchema.Define("T").Int("Count").String("Text").Dynamic("Json").Build();

        public static Reading Read(ref KustoRecordReader record) =>
            new(record.ReadInt32(0), record.ReadString(1), record.ReadJsonText(2));
    }
}
