extern alias library;

using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Usage;
using static Kusto.Typed.Generator.Tests.Testing.Analysis;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Usage;

public sealed class OptionRouteTests
{
    [Theory]
    [InlineData("Queued", "MaxStreamingBatchBytes", "1000", "Managed or Streaming")]
    [InlineData("Inline", "MaxStreamingBatchBytes", "1000", "Managed or Streaming")]
    [InlineData("Streaming", "MaxQueuedBatchBytes", "1000", "Managed or Queued")]
    [InlineData("Inline", "MaxQueuedBatchBytes", "1000", "Managed or Queued")]
    [InlineData("Streaming", "QueuedProtocol", "QueuedProtocol.Rest", "Managed or Queued")]
    [InlineData("Inline", "QueuedProtocol", "QueuedProtocol.Rest", "Managed or Queued")]
    [InlineData("Streaming", "EnsureMapping", "false", "Managed or Queued")]
    [InlineData("Inline", "EnsureMapping", "false", "Managed or Queued")]
    [InlineData("Managed", "MaxInlineBatchBytes", "1000", "Inline")]
    [InlineData("Streaming", "MaxInlineBatchBytes", "1000", "Inline")]
    [InlineData("Queued", "MaxInlineBatchBytes", "1000", "Inline")]
    [InlineData("Inline", "Compression", "KustoCompression.Small", "Managed, Streaming or Queued")]
    public async Task OptionThatTheRouteDoesNotLookAtIsReported(string route, string option, string value, string routes)
    {
        string[] words = [$"'{option}' has no effect on the {route} route; remove it, or take the route {routes}"];
        (await AnalyzeAsync(Call($"var o = new KustoIngestOptions {{ Route = IngestRoute.{route}, {{|KT0031:{option}|}} = {value} }};")))
            .ShouldReport(DiagnosticDescriptors.NoEffectOnRoute, words);
        (await AnalyzeAsync(Call($"KustoIngestOptions o = new(); o = o with {{ {{|KT0031:{option}|}} = {value}, Route = IngestRoute.{route} }};")))
            .ShouldReport(DiagnosticDescriptors.NoEffectOnRoute, words);
    }

    [Theory]
    [InlineData("Managed", "MaxStreamingBatchBytes = 1000, MaxQueuedBatchBytes = 1000, QueuedProtocol = QueuedProtocol.Rest, EnsureMapping = false, Compression = KustoCompression.Small")]
    [InlineData("Streaming", "MaxStreamingBatchBytes = 1000, MaxBatchesInFlight = 1, FlushInterval = null, Compression = KustoCompression.Small")]
    [InlineData("Queued", "MaxQueuedBatchBytes = 1000, QueuedProtocol = QueuedProtocol.Rest, EnsureMapping = false, Compression = KustoCompression.Small")]
    [InlineData("Inline", "MaxInlineBatchBytes = 1000, MaxBatchesInFlight = 1, FlushInterval = null")]
    public async Task OptionThatTheRouteLooksAtIsAllowed(string route, string options) =>
        (await AnalyzeAsync(Call($"var o = new KustoIngestOptions {{ Route = IngestRoute.{route}, {options} }};"))).ShouldBeSilent();

    [Fact]
    public async Task OptionsWithoutARouteAreManagedWhereAnIngestorTakesThem() =>
        (await AnalyzeAsync(Call("var i = new KustoIngestor(kusto, \"Samples\", new() { {|KT0031:MaxInlineBatchBytes|} = 1000 });")))
            .ShouldReport(DiagnosticDescriptors.NoEffectOnRoute, "the Managed route", "take the route Inline");

    [Theory]
    [InlineData("var o = new KustoIngestOptions { MaxInlineBatchBytes = 1000, MaxQueuedBatchBytes = 1000 };")]
    [InlineData("var o = new KustoIngestOptions(); o = o with { MaxInlineBatchBytes = 1000 };")]
    [InlineData("IngestRoute route = storms.Count > 0 ? IngestRoute.Queued : IngestRoute.Inline; var o = new KustoIngestOptions { Route = route, MaxInlineBatchBytes = 1000 };")]
    [InlineData("var i = new KustoIngestor(kusto, \"Samples\", new() { MaxStreamingBatchBytes = 1000 });")]
    public async Task OptionsWhoseRouteDoesNotShowAreAllowed(string statements) =>
        (await AnalyzeAsync(Call(statements))).ShouldBeSilent();

    [Fact]
    public async Task PragmaAndEditorConfigSwitchItOff()
    {
        const string Options = "var o = new KustoIngestOptions { Route = IngestRoute.Queued, MaxInlineBatchBytes = 1000 };";
        (await AnalyzeAsync(Call(Options))).Diagnostics.ShouldHaveSingleItem();
        (await AnalyzeAsync(Call($"#pragma warning disable KT0031\n{Options}"))).ShouldBeSilent();
        (await AnalyzeAsync(Call(Options), "dotnet_diagnostic.KT0031.severity = none")).ShouldBeSilent();
    }

    [Fact]
    public void EveryOptionIsKnown() =>
        typeof(library::Kusto.Typed.KustoIngestOptions).GetProperties().Select(property => property.Name)
            .ShouldBe([.. RouteFacts.OptionsOfAll, .. RouteFacts.OptionsOfSome], ignoreOrder: true);
}
