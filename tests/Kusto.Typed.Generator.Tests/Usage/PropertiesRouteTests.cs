using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Analysis;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Usage;

public sealed class PropertiesRouteTests
{
    private const string Queued = "new QueuedIngestProperties { FlushImmediately = true }";
    private const string Inline = "new InlineIngestProperties { CreationTime = null }";

    [Theory]
    [InlineData("Streaming", Queued, "it carries no properties: leave them out, or take the route Managed or Queued")]
    [InlineData("Streaming", Inline, "it carries no properties: leave them out, or take the route Inline")]
    [InlineData("Inline", Queued, "give InlineIngestProperties, or take the route Managed or Queued")]
    [InlineData("Managed", Inline, "give QueuedIngestProperties, or take the route Inline")]
    [InlineData("Queued", Inline, "give QueuedIngestProperties, or take the route Inline")]
    public async Task PropertiesThatTheRouteRefusesAreReported(string route, string properties, string advice) =>
        (await AnalyzeAsync(Call(
            $"await using var own = new KustoIngestor(kusto, \"Samples\", new KustoIngestOptions {{ Route = IngestRoute.{route} }});\n"
            + $"await own.IngestAsync(storms, properties: {{|KT0031:{properties}|}});")))
            .ShouldReport(
                DiagnosticDescriptors.NoEffectOnRoute, $"make this call throw an ArgumentException on the {route} route; {advice}");

    [Theory]
    [InlineData("await using (var own = new KustoIngestor(kusto, \"S\", new() { Route = IngestRoute.Inline })) { await own.IngestAsync(storms, properties: X); }")]
    [InlineData("await new KustoIngestor(kusto, \"S\", new() { Route = IngestRoute.Inline }).IngestAsync(stream, properties: X);")]
    [InlineData("var own = new KustoIngestor(kusto, \"S\", new KustoIngestOptions() with { Route = IngestRoute.Streaming }); await own.IngestAsync(storms, null, X);")]
    [InlineData("KustoIngestor own = new(kusto, \"S\", new() { Route = IngestRoute.Inline }); await Task.Run(() => own.IngestAsync(storms, properties: X));")]
    [InlineData("await _field.IngestAsync(storms, properties: X);")]
    public async Task RouteIsSeenWhereTheIngestorIsMade(string statements) =>
        (await AnalyzeAsync(Call(statements.Replace("X", $"{{|KT0031:{Queued}|}}", StringComparison.Ordinal), Field)))
            .ShouldReport(DiagnosticDescriptors.NoEffectOnRoute);

    [Fact]
    public async Task VariantOfPropertiesIsReported() =>
        (await AnalyzeAsync(Call(
            "var p = new InlineIngestProperties(); var own = new KustoIngestor(kusto, \"S\"); await own.IngestAsync(storms, properties: {|KT0031:p with { CreationTime = null }|});")))
            .ShouldReport(DiagnosticDescriptors.NoEffectOnRoute, "the Managed route");

    [Theory]
    [InlineData("await ingestor.IngestAsync(storms, properties: X);")]
    [InlineData("await new KustoIngestor(kusto, \"S\").IngestAsync(storms, properties: X);")]
    [InlineData("await new KustoIngestor(kusto, \"S\", null).IngestAsync(storms, properties: X);")]
    [InlineData("await new KustoIngestor(kusto, \"S\", new() { Route = IngestRoute.Queued }).IngestAsync(storms, properties: X);")]
    [InlineData("await new KustoIngestor(kusto, \"S\", new() { Route = IngestRoute.Streaming }).IngestAsync(storms, properties: null);")]
    [InlineData("await new KustoIngestor(kusto, \"S\", new() { Route = (IngestRoute)storms.Count }).IngestAsync(storms, properties: X);")]
    [InlineData("var o = new KustoIngestOptions { Route = IngestRoute.Inline }; await new KustoIngestor(kusto, \"S\", o).IngestAsync(storms, properties: X);")]
    [InlineData("var own = new KustoIngestor(kusto, \"S\", new() { Route = IngestRoute.Inline }); own = ingestor; await own.IngestAsync(storms, properties: X);")]
    [InlineData("QueuedIngestProperties? p = null; await _field.IngestAsync(storms, properties: p);")]
    [InlineData("await _changing.IngestAsync(storms, properties: X);")]
    public async Task RouteThatDoesNotShowOrCarriesThemIsAllowed(string statements) =>
        (await AnalyzeAsync(Call(statements.Replace("X", Queued, StringComparison.Ordinal), Field))).ShouldBeSilent();

    private const string Field =
        """
        private readonly KustoIngestor _field = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Inline });
        public KustoIngestor _changing = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Inline });
        """;
}
