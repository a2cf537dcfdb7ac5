using System.Text.Json;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>Every type, written here and read by Microsoft's own client for JavaScript.</summary>
public sealed class NodeRoundTripTests
{
    [NodeFact]
    public async Task MicrosoftsClientReadsEveryValueThatWasWritten()
    {
        IReadOnlyList<EveryType> rows = EveryTypeValues.Rows(17);
        await using LocalKusto local = await LocalKusto.StartAsync();
        await RoundTripTests.IngestAsync(local, rows);

        (await DifferencesAsync(local, rows)).ShouldBeEmpty();
    }

    [NodeFact]
    public async Task MicrosoftsClientWouldNoticeADefect()
    {
        IReadOnlyList<EveryType> rows = EveryTypeValues.Rows(17);
        await using LocalKusto local =
            await LocalKusto.StartAsync(new LocalKustoOptions { Defect = LocalKustoDefect.DropsLastRecord });
        await RoundTripTests.IngestAsync(local, rows);

        (await DifferencesAsync(local, rows)).ShouldNotBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(LocalKusto local, IReadOnlyList<EveryType> rows)
    {
        string json = await NodeScript.RunAsync(
            "read-rows.mjs", arguments: [local.Uri.AbsoluteUri, "Samples", "EveryType | order by Row asc"]);
        using JsonDocument received = JsonDocument.Parse(json);
        return [.. NodeReadBack.Differences(rows, received.RootElement)];
    }
}
