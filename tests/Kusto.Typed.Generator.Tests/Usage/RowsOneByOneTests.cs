using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using static Kusto.Typed.Generator.Tests.Testing.Analysis;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Usage;

public sealed class RowsOneByOneTests
{
    private const string InLoop = "foreach (var one in storms) { await ingestor.IngestAsync({|KT0030:new[] { one }|}); }";

    [Theory]
    [InlineData("{|KT0030:[one]|}")]
    [InlineData("(IEnumerable<Storm>){|KT0030:[one]|}")]
    [InlineData("{|KT0030:new[] { one }|}")]
    [InlineData("{|KT0030:new Storm[] { one }|}")]
    [InlineData("{|KT0030:new List<Storm> { one }|}")]
    [InlineData("{|KT0030:new List<Storm>(1) { one }|}")]
    [InlineData("{|KT0030:Enumerable.Repeat(one, 1)|}")]
    [InlineData("rows: {|KT0030:new[] { one }|}, table: \"Storms\"")]
    public async Task SourceOfOneRowInALoopIsReported(string source) =>
        (await AnalyzeAsync(Call($"foreach (var one in storms) {{ await ingestor.IngestAsync<Storm>({source}); }}")))
            .ShouldReport(DiagnosticDescriptors.RowsOneByOne, "a request of its own", "pass the whole sequence once", "IAsyncEnumerable<T>");

    [Theory]
    [InlineData("for (int i = 0; i < 9; i++) { await ingestor.IngestAsync(X); }")]
    [InlineData("for (int i = 0; (await ingestor.IngestAsync(X)).ToString() == \"\"; i++) { }")]
    [InlineData("await foreach (var one in stream) { await ingestor.IngestAsync(X); }")]
    [InlineData("while (storms.Count > 0) { await ingestor.IngestAsync(X); }")]
    [InlineData("do { await ingestor.IngestAsync(X); } while (storms.Count > 0);")]
    [InlineData("do { } while ((await ingestor.IngestAsync(X)).ToString() == \"\");")]
    [InlineData("foreach (var (a, b) in storms.Select(one => (one, 1))) { if (b > 0) { await ingestor.IngestAsync(X); } }")]
    [InlineData("storms.ForEach(one => ingestor.IngestAsync(X).Wait());")]
    [InlineData("Parallel.ForEach(storms, one => { ingestor.IngestAsync(X).Wait(); });")]
    [InlineData("await Parallel.ForEachAsync(storms, async (one, token) => await ingestor.IngestAsync(X));")]
    [InlineData("await Task.WhenAll(storms.Select(one => ingestor.IngestAsync(X)));")]
    [InlineData("foreach (var one in storms) { await Task.Run(() => ingestor.IngestAsync(X)); }")]
    public async Task EveryKindOfLoopIsReported(string statements) =>
        (await AnalyzeAsync(Call(statements.Replace("X", "{|KT0030:new[] { storm }|}", StringComparison.Ordinal))))
            .ShouldReport(DiagnosticDescriptors.RowsOneByOne);

    [Theory]
    [InlineData("await ingestor.IngestAsync(new[] { storm });")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync(storms); }")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync(new[] { one, one }); }")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync<Storm>((IEnumerable<Storm>)[.. storms]); }")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync(new List<Storm>(storms) { one }); }")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync(new List<Storm> { Capacity = 1 }); }")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync(Enumerable.Repeat(one, 2)); }")]
    [InlineData("foreach (var one in storms) { await ingestor.IngestAsync(new Storm[1]); }")]
    [InlineData("foreach (var one in new[] { await ingestor.IngestAsync(new[] { storm }) }) { }")]
    [InlineData("for (var one = await ingestor.IngestAsync(new[] { storm }); one is null;) { }")]
    [InlineData("foreach (var one in storms) { Action later = () => ingestor.IngestAsync(new[] { one }); later(); }")]
    [InlineData("foreach (var one in storms) { Task Own() => ingestor.IngestAsync(new[] { one }); await Own(); }")]
    [InlineData("foreach (var one in storms) { await IngestAsync(new[] { one }); } Task IngestAsync(Storm[] all) => ingestor.IngestAsync(all);")]
    public async Task WhatIsNotOneRowAgainAndAgainIsAllowed(string statements) =>
        (await AnalyzeAsync(Call(statements))).ShouldBeSilent();

    [Fact]
    public async Task PragmaSwitchesItOff() =>
        (await AnalyzeAsync(Call($"#pragma warning disable KT0030\n{Unmarked(InLoop)}\n#pragma warning restore KT0030"))).ShouldBeSilent();

    [Fact]
    public async Task EditorConfigSetsItsSeverity()
    {
        (await AnalyzeAsync(Call(InLoop), "dotnet_diagnostic.KT0030.severity = none")).Diagnostics.ShouldBeEmpty();
        Testing.Analysis asError = await AnalyzeAsync(Call(InLoop), "dotnet_diagnostic.KT0030.severity = error");
        asError.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Error);
    }

    private static string Unmarked(string marked) => Testing.MarkedSource.Parse(marked).Text;
}
