using System.Reflection;
using System.Text;
using Kusto.Typed.Commands;
using Kusto.Typed.Generator.Tests.Testing;
using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Commands;

namespace Kusto.Typed.EndToEnd.Tests.Shapes;

/// <summary>Types made at random, there and back through the local endpoint.</summary>
public sealed class RandomShapeRoundTripTests
{
    private const int ShapesPerSeed = 150;
    private const int RowsPerShape = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ShapeIsRefusedOrComesBackAsItWas(int seed)
    {
        RandomShapes shapes = new(seed);
        await using LocalKusto local = await LocalKusto.StartAsync(new LocalKustoOptions { CreateDatabasesOnFirstUse = true });
        int accepted = 0;
        for (int number = 0; number < ShapesPerSeed; number++)
        {
            string source = shapes.Next();
            if (ShapeCompiler.Compile(source) is not { } type || type.GetInterface("IKustoRow`1") is null)
            {
                continue;
            }

            MethodInfo roundTrip = typeof(RandomShapeRoundTripTests)
                .GetMethod(nameof(RoundTripAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
            ShapeValues values = new(seed + number);
            object[] rows = [.. Enumerable.Range(0, RowsPerShape).Select(_ => values.Row(type))];
            if (rows.Any(ShapeValues.HasNull))
            {
                // A property that is never set has a null that its type may not admit.
                continue;
            }

            await (Task)roundTrip.Invoke(null, [local, $"Db{number}", rows, source])!;
            accepted++;
        }

        accepted.ShouldBeGreaterThan(ShapesPerSeed / 10);
    }

    [NodeFact]
    public async Task MicrosoftsParserReadsTheScriptsOfRandomTypes()
    {
        RandomShapes shapes = new(4);
        List<string> commands = [];
        for (int number = 0; number < ShapesPerSeed / 2; number++)
        {
            if (ShapeCompiler.Compile(shapes.Next()) is { } type && type.GetInterface("IKustoRow`1") is not null)
            {
                MethodInfo table = typeof(KustoCsv).GetMethod(nameof(KustoCsv.Table))!.MakeGenericMethod(type);
                commands.AddRange(TableCommands.Script((TableSchema)table.Invoke(null, [])!));
            }
        }

        commands.Count.ShouldBeGreaterThan(ShapesPerSeed / 10);
        foreach (ParsedCommand command in await ParsedCommand.ParseAsync([.. commands]))
        {
            command.ShouldBeSound();
        }
    }

    private static async Task RoundTripAsync<TRow>(LocalKusto local, string database, object[] values, string source)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        TRow[] rows = [.. values.Cast<TRow>()];
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);

        await kusto.Schema(database).ApplyAsync<TRow>();
        local.Database(database).Run($".alter table ['{KustoCsv.Table<TRow>().Name}'] policy streamingingestion enable");
        await using KustoIngestor ingestor = new(kusto, database, new KustoIngestOptions { Route = IngestRoute.Streaming });
        (await ingestor.IngestAsync(rows)).RowsAccepted.ShouldBe(rows.Length, source);

        List<TRow> back = await kusto.QueryAsync<TRow>(database, KustoQuery.Raw($"['{KustoCsv.Table<TRow>().Name}']")).ToListAsync();

        // As text, in which types without equality have one too.
        (await TextAsync(back)).ShouldBe(await TextAsync(rows), source);

        // The only empty field of a record is written as quotes, since a blank line is no record; and a char that nobody
        // sets is U+0000, which is kept.
        local.Database(database).Warnings
            .Where(warning => warning.Kind != LocalWarningKind.NulCharacter)
            .Where(warning => warning.Kind != LocalWarningKind.QuotedEmptyValue || KustoCsv.Table<TRow>().FieldCount > 1)
            .ShouldBeEmpty(source);
    }

    private static async Task<string> TextAsync<TRow>(IEnumerable<TRow> rows)
        where TRow : IKustoRow<TRow>
    {
        using StreamReader reader = new(KustoCsv.OpenRead(rows), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
