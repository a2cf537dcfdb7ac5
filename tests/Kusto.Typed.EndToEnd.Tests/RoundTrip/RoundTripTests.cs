using Kusto.Typed.Local;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>Every type, there and back through the local endpoint's own reader of CSV.</summary>
[Trait("Category", "RoundTrip")]
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260131)]
    public async Task EveryValueOfEveryTypeComesBack(int seed)
    {
        (await DifferencesAsync(EveryTypeValues.Rows((ulong)seed))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task NoCultureChangesAValue(string culture)
    {
        using CultureScope scope = new(culture);

        (await DifferencesAsync(EveryTypeValues.Rows(7))).ShouldBeEmpty();
    }

    [Fact]
    public async Task NothingButTheNulCharacterIsAWarningToTheEndpoint()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();

        await IngestAsync(local, EveryTypeValues.Rows(3));

        local.Database("Samples").Warnings.ShouldAllBe(warning => warning.Kind == LocalWarningKind.NulCharacter);
    }

    [Fact]
    public async Task TheEndpointAnswersTheSameRowsWithoutAQuery()
    {
        IReadOnlyList<EveryType> rows = EveryTypeValues.Rows(5);
        await using LocalKusto local = await LocalKusto.StartAsync();

        await IngestAsync(local, rows);

        ReadBack.Differences(rows, [.. local.Database("Samples").Rows<EveryType>()]).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(IReadOnlyList<EveryType> rows)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        return await DifferencesAsync(local, rows);
    }

    internal static async Task<IReadOnlyList<string>> DifferencesAsync(LocalKusto local, IReadOnlyList<EveryType> rows)
    {
        await IngestAsync(local, rows);
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        List<EveryType> back = [];
        await foreach (EveryType row in kusto.QueryAsync<EveryType>("Samples", $"EveryType"))
        {
            back.Add(row);
        }

        return ReadBack.Differences(rows, back);
    }

    internal static async Task IngestAsync(LocalKusto local, IReadOnlyList<EveryType> rows)
    {
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<EveryType>();
        await using KustoIngestor ingestor = new(
            kusto,
            "Samples",
            new KustoIngestOptions { Route = IngestRoute.Streaming, MaxStreamingBatchBytes = 100_000 });
        IngestResult result = await ingestor.IngestAsync(rows);
        result.RowsAccepted.ShouldBe(rows.Count);
    }
}
