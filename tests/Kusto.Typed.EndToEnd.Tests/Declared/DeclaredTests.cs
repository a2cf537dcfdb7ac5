using Kusto.Typed.Commands;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Commands;

namespace Kusto.Typed.EndToEnd.Tests.Declared;

/// <summary>Everything that types can say of their tables, in a table.</summary>
public sealed class DeclaredTests
{
    private static readonly Reading[] s_readings =
    [
        new()
        {
            At = new DateTime(2026, 1, 31, 8, 15, 0, DateTimeKind.Utc),
            Station = "Zugspitze",
            SentAt = 1_769_847_300_123,
            OutsideTemperature = new Temperature(273.15),
            Position = new Position(47.4212, 10.9863),
            Wind = new Wind(40, new Gust(90, TimeSpan.FromSeconds(4))),
            Log = new string('x', 1_500_000),
            Spectrum = [0.5f, -2],
            Pressure = 700.25,
        },
        new()
        {
            At = new DateTime(2026, 1, 31, 8, 16, 0, DateTimeKind.Utc),
            Station = "Brocken",
            Wind = new Wind(0, null),
            Pressure = double.NaN,
        },
    ];

    [Fact]
    public async Task RowsOfADeclaredTableComeBack()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await IngestAsync<Reading>(kusto, s_readings);

        List<Reading> back = await kusto.QueryAsync<Reading>("Samples", $"Readings | order by at asc").ToListAsync();

        back[0].ShouldBe(s_readings[0] with { Spectrum = back[0].Spectrum });
        back[0].Spectrum.ShouldBe(s_readings[0].Spectrum);
        back[1].ShouldBe(s_readings[1] with { Spectrum = back[1].Spectrum, Pressure = null });
        local.Database("Samples").Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task MappingFillsWhatNoPropertyHas()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await IngestAsync<Reading>(kusto, s_readings);

        string constant = "it's \"test\"";
        (await kusto.QueryScalarAsync<long>("Samples", $"Readings | where environment == {constant} and version == 2 | count")).ShouldBe(2);
        (await kusto.QueryScalarAsync<string>("Samples", $"Readings | where line == 2 | project station")).ShouldBe("Brocken");
        DateTime sent = DateTime.UnixEpoch.AddMilliseconds(1_769_847_300_123);
        (await kusto.QueryScalarAsync<string>("Samples", $"Readings | where sent_at == {sent} | project station")).ShouldBe("Zugspitze");
    }

    [Fact]
    public async Task PoliciesOfTheTypeAreThoseOfTheTable()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<Reading>();

        (await PolicyAsync(kusto, "streamingingestion")).ShouldContain("0.5");
        (await PolicyAsync(kusto, "ingestionbatching")).ShouldContain("00:00:30");
        (await PolicyAsync(kusto, "retention")).ShouldContain("365.00:00:00");
        (await PolicyAsync(kusto, "caching")).ShouldContain("31.00:00:00");
        (await PolicyAsync(kusto, "partitioning")).ShouldContain("station");
        (await PolicyAsync(kusto, "roworder")).ShouldContain("station");
        (await PolicyAsync(kusto, "auto_delete")).ShouldContain("2099-01-01");
        KustoCommandResult encoding = await kusto.ExecuteCommandAsync(
            "Samples", ".show column ['Readings'].['spectrum'] policy encoding");
        encoding.Rows[0].GetString("Policy").ShouldNotBeNull().ShouldContain("Vector16");
    }

    [NodeFact]
    public async Task MicrosoftsParserTakesEveryCommandOfTheTable()
    {
        ParsedCommand[] parsed = await ParsedCommand.ParseAsync(
            [.. TableCommands.Script(ReadingTable.Schema), .. TableCommands.Script(OrderRowTable.Schema), .. TableCommands.Script(GappedTable.Schema)]);
        foreach (ParsedCommand command in parsed)
        {
            command.ShouldBeSound();
        }
    }

    [Fact]
    public async Task RowsOfATypeOfOthersGoThroughTheirMap()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync(OrderRowTable.Schema);
        await using KustoIngestor ingestor = new(kusto, "Samples");
        Order[] orders = [new() { Id = 1, Customer = "a, b", Total = 19.90m, Tag = new object() }, new() { Id = 2 }];

        IngestResult result = await ingestor.IngestAsync(orders);

        result.RowsAccepted.ShouldBe(2);
        List<Order> back = await kusto.QueryAsync<Order, OrderRow>("Samples", $"Orders").ToListAsync();
        back.Select(order => (order.Id, order.Customer, order.Total)).ShouldBe([(1, "a, b", 19.90m), (2, "", 0m)]);
        (await kusto.QueryScalarAsync<decimal>("Samples", $"Orders | where Id == 1 | project TotalEur")).ShouldBe(19.9m);
    }

    [Fact]
    public async Task FieldsOfAGapComeIntoNoColumn()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        Gapped[] rows = [new(1, "b", 3), new(2, "", 4)];

        await IngestAsync<Gapped>(kusto, rows);

        (await kusto.QueryAsync<Gapped>("Samples", $"Gapped").ToListAsync()).ShouldBe(rows);
        local.Database("Samples").Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task RenamedColumnKeepsItsValues()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await IngestAsync<BeforeRename>(kusto, [new(1, "TEXAS")]);

        await IngestAsync<AfterRename>(kusto, [new(2, "OHIO")]);
        KustoSchemaResult again = await kusto.Schema("Samples").ApplyAsync<AfterRename>();

        (await kusto.QueryAsync<AfterRename>("Samples", $"Renamed | order by Id asc").ToListAsync())
            .ShouldBe([new(1, "TEXAS"), new(2, "OHIO")]);
        again.Commands.ShouldNotContain(command => command.StartsWith(".rename", StringComparison.Ordinal));
    }

    private static async Task<string> PolicyAsync(KustoConnection kusto, string policy)
    {
        KustoCommandResult result = await kusto.ExecuteCommandAsync("Samples", $".show table ['Readings'] policy {policy}");
        return result.Rows[0].GetString("Policy") ?? "";
    }

    private static async Task IngestAsync<TRow>(KustoConnection kusto, IEnumerable<TRow> rows)
        where TRow : IKustoRow<TRow>
    {
        await kusto.Schema("Samples").ApplyAsync<TRow>();
        await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Streaming });
        (await ingestor.IngestAsync(rows)).RowsNotAccepted.ShouldBe(0);
    }
}
