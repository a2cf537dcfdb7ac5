using System.Text;
using Kusto.Typed.Testing;
using Xunit.Abstractions;

namespace Kusto.Typed.EndToEnd.Tests.Reliability;

/// <summary>Every fault on every route: what receipts say is what happened, and with idempotence nothing is ever doubled.</summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private static readonly string s_page = Repository.PathOf("docs", "reliability.md");

    public static TheoryData<MatrixRoute> Routes => [.. Enum.GetValues<MatrixRoute>()];

    public static TheoryData<MatrixRoute> IdempotentRoutes =>
        [MatrixRoute.QueuedByRest, MatrixRoute.QueuedByQueue, MatrixRoute.Inline];

    [Theory]
    [MemberData(nameof(Routes))]
    public Task ReceiptsSayWhatHappened(MatrixRoute route) => RunAsync(route, isIdempotent: false);

    [Theory]
    [MemberData(nameof(IdempotentRoutes))]
    public Task IdempotentRowsAreThereOnce(MatrixRoute route) => RunAsync(route, isIdempotent: true);

    [Fact]
    public async Task AReceiptThatLiesIsNoticed()
    {
        MatrixCell refused = await new MatrixCell("permanent 400", MatrixRoute.Streaming, isIdempotent: false).RunAsync(
            20, batch => batch with { Outcome = BatchOutcome.Accepted });
        refused.Violations.ShouldNotBeEmpty();

        MatrixCell doubled = await new MatrixCell("answer lost", MatrixRoute.Streaming, isIdempotent: false).RunAsync(
            20, batch => batch with { MayBeDuplicated = false });
        doubled.Violations.ShouldNotBeEmpty();

        MatrixCell lost = await new MatrixCell("answer lost", MatrixRoute.QueuedByQueue, isIdempotent: false).RunAsync(
            60, batch => batch.Outcome == BatchOutcome.Unknown ? batch with { Outcome = BatchOutcome.NotAccepted } : batch with { MayBeDuplicated = false });
        lost.Violations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task ARouteThatDropsARetryIsNoticed()
    {
        MatrixCell cell = await new MatrixCell(
            "503", MatrixRoute.Streaming, isIdempotent: false, kusto => new ForgetfulRoute(kusto)).RunAsync(20);

        cell.Violations.ShouldNotBeEmpty();
    }

    [Fact]
    public void ThePageHasEveryCell()
    {
        string page = File.ReadAllText(s_page);
        foreach ((string fault, MatrixRoute route) in Cells())
        {
            page.ShouldContain($"| {fault} | {route} |");
        }
    }

    private static IEnumerable<(string Fault, MatrixRoute Route)> Cells() =>
        from route in Enum.GetValues<MatrixRoute>()
        from fault in FaultMatrix.Faults.Keys
        where FaultMatrix.Requests(fault, route).Count > 0
        select (fault, route);

    private async Task RunAsync(MatrixRoute route, bool isIdempotent)
    {
        StringBuilder lines = new();
        List<string> violations = [];
        foreach ((string fault, _) in Cells().Where(cell => cell.Route == route))
        {
            MatrixCell cell = await new MatrixCell(fault, route, isIdempotent).RunAsync(FaultMatrix.Seeds);
            string line = $"| {fault} | {route} | {(isIdempotent ? "yes" : "no")} | {cell.Fired} | {cell.Count("Accepted")} | "
                + $"{cell.Count("Accepted MayBeDuplicated")} | {cell.Count("NotAccepted")} | "
                + $"{cell.Count("Unknown") + cell.Count("Unknown MayBeDuplicated")} | {cell.Violations.Count} |";
            output.WriteLine(line);
            lines.AppendLine(line);
            violations.AddRange(cell.Violations.Select(violation => $"{fault}, {route}: {violation}"));
            if (FaultMatrix.IsDoubtful(fault) && !isIdempotent)
            {
                int doubted = cell.Count("Accepted MayBeDuplicated") + cell.Count("Unknown") + cell.Count("Unknown MayBeDuplicated");
                doubted.ShouldBeGreaterThan(0, $"{fault}, {route}: no receipt says that an answer was lost");
            }

            cell.Fired.ShouldBeGreaterThan(0, $"{fault}, {route}: the fault never fired");
        }

        if (Environment.GetEnvironmentVariable("KUSTO_TYPED_MATRIX") is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(file, lines.ToString());
        }

        violations.ShouldBeEmpty();
    }
}
