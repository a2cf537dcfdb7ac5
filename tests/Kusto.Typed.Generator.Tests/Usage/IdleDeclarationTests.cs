using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Tests.Testing;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Usage;

public sealed class IdleDeclarationTests
{
    [Theory]
    [InlineData("KustoStreamingIngestion")]
    [InlineData("KustoIngestionBatching(MaximumNumberOfItems = 1)")]
    [InlineData("KustoRetention(\"1d\")")]
    [InlineData("KustoCaching(\"1d\")")]
    [InlineData("KustoPartitioning(HashKey = \"A\")")]
    [InlineData("KustoRowOrder(\"A\")")]
    [InlineData("KustoUpdate(\"A\", \"A\")")]
    [InlineData("KustoAutoDelete(\"2030-01-01\")")]
    [InlineData("KustoFilledColumn(\"A\", Value = \"x\")")]
    public async Task DeclarationOnATypeThatIsNoTableIsReported(string attribute) =>
        (await Analysis.AnalyzeAsync(InWeather($"[{{|KT0028:{attribute}|}}]\npublic class Storm {{ public string A {{ get; set; }} = \"\"; }}")))
            .ShouldReport(DiagnosticDescriptors.WithoutEffect, "'Storm' is no table", "add [KustoTable]");

    [Fact]
    public async Task ColumnOfAMapOnATableIsReported() =>
        (await Analysis.AnalyzeAsync(InWeather("[KustoTable]\n[{|KT0028:KustoColumnOf(\"Id\", \"x\")|}]\npublic partial struct Storm { public int Id { get; set; } }")))
            .ShouldReport(DiagnosticDescriptors.WithoutEffect, "no map with [KustoRowFor<...>]");

    [Theory]
    [InlineData("[KustoTable]\n[KustoStreamingIngestion]\npublic partial class Storm { public int Id { get; set; } }")]
    [InlineData("[KustoRowFor<Order>]\n[KustoStreamingIngestion]\n[KustoColumnOf(\"Id\", \"x\")]\npublic partial struct Storm;\npublic class Order { public int Id { get; set; } }")]
    public async Task DeclarationOnATableIsNot(string source) => (await Analysis.AnalyzeAsync(InWeather(source))).ShouldBeSilent();
}
