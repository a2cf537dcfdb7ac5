using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class RemoveOptionTests
{
    [Theory]
    [InlineData("{ Route = IngestRoute.Queued, MaxInlineBatchBytes = 1000 }", "{ Route = IngestRoute.Queued }")]
    [InlineData("{ Route = IngestRoute.Queued, MaxInlineBatchBytes = 1000, }", "{ Route = IngestRoute.Queued, }")]
    [InlineData("{ MaxInlineBatchBytes = 1000, Route = IngestRoute.Queued }", "{ Route = IngestRoute.Queued }")]
    [InlineData(
        "\n        {\n            Route = IngestRoute.Queued,\n            MaxInlineBatchBytes = 1000,\n            EnsureMapping = false,\n        }",
        "\n        {\n            Route = IngestRoute.Queued,\n            EnsureMapping = false,\n        }")]
    [InlineData(
        "\n        {\n            Route = IngestRoute.Queued,\n            MaxInlineBatchBytes = 1000\n        }",
        "\n        {\n            Route = IngestRoute.Queued\n        }")]
    [InlineData(
        "\n        {\n            Route = IngestRoute.Queued, // large batches\n            MaxInlineBatchBytes = 1000, // never used\n        }",
        "\n        {\n            Route = IngestRoute.Queued, // large batches\n        }")]
    public Task OptionIsRemovedWithItsComma(string from, string to) =>
        Fixing(Call($"var options = new KustoIngestOptions {from};"))
            .ShouldBecomeAsync("KT0031", "Remove 'MaxInlineBatchBytes'", Call($"var options = new KustoIngestOptions {to};"));

    [Fact]
    public Task OptionIsRemovedFromAVariant() =>
        Fixing(Call("KustoIngestOptions options = new(); options = options with { EnsureMapping = true, Route = IngestRoute.Inline };"))
            .ShouldBecomeAsync(
                "KT0031", "Remove 'EnsureMapping'", Call("KustoIngestOptions options = new(); options = options with { Route = IngestRoute.Inline };"));

    [Fact]
    public Task AllOptionsAreRemovedAtOnce() =>
        Fixing(Call("var options = new KustoIngestOptions { Route = IngestRoute.Inline, EnsureMapping = true, MaxInlineBatchBytes = 1000, MaxQueuedBatchBytes = 1000 };"))
            .ShouldBecomeEverywhereAsync(
                "KT0031",
                "Remove 'EnsureMapping'",
                Call("var options = new KustoIngestOptions { Route = IngestRoute.Inline, MaxInlineBatchBytes = 1000 };"));

    [Fact]
    public Task PropertiesThatAreRefusedAreNotRemoved() =>
        Fixing(Call("var own = new KustoIngestor(kusto, \"Samples\"); await own.IngestAsync(storms, properties: new InlineIngestProperties());"))
            .ShouldOfferNothingAsync("KT0031");
}
