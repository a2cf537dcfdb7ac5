using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>The comparison of round trips would notice an endpoint that loses, shifts or nulls a value.</summary>
public sealed class PlantedDefectTests
{
    [Theory]
    [InlineData(LocalKustoDefect.DropsLastRecord)]
    [InlineData(LocalKustoDefect.NullsAValue)]
    public async Task ADefectOfTheEndpointIsNoticed(LocalKustoDefect defect)
    {
        await using LocalKusto local = await LocalKusto.StartAsync(new LocalKustoOptions { Defect = defect });

        (await NoticedAsync(local)).ShouldBeTrue();
    }

    [Fact]
    public async Task ColumnsThatShiftAreNoticed()
    {
        await using LocalKusto local =
            await LocalKusto.StartAsync(new LocalKustoOptions { Defect = LocalKustoDefect.ShiftsColumns });

        (await NoticedAsync(local)).ShouldBeTrue();
        local.Database("Samples").Warnings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WithoutADefectNothingIsNoticed()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();

        (await NoticedAsync(local)).ShouldBeFalse();
    }

    // A null where the property has none is noticed by the reader itself.
    private static async Task<bool> NoticedAsync(LocalKusto local)
    {
        try
        {
            return (await RoundTripTests.DifferencesAsync(local, EveryTypeValues.Rows(11))).Count > 0;
        }
        catch (KustoTypedException)
        {
            return true;
        }
    }
}
