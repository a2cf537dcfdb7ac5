using Kusto.Typed.EndToEnd.Tests.Declared;
using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>The code of the page about schemas.</summary>
public sealed class SchemaPageTests
{
    private readonly List<string> _shown = [];

    [Fact]
    public async Task SchemaIsComparedAndAppliedAsThePageSays()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);

        KustoSchemaDiff diff = await kusto.Schema("Samples").DiffAsync(KustoTables.All);
        if (!diff.IsInStep)
        {
            Show(diff.ToString());
        }

        await kusto.Schema("Samples").ApplyAsync<Reading>();
        KustoSchemaResult result = await kusto.Schema("Samples").ApplyAsync(KustoTables.All);

        _shown.ShouldHaveSingleItem().ShouldContain("the table is missing");
        result.Commands.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WhatMayBeLostIsNamedAsThePageSays()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        var options = new KustoApplyOptions { AllowDataLoss = ["Readings.Value", "Readings:retention"] };
        await kusto.Schema("Samples").ApplyAsync(KustoTables.All, options);
        (await kusto.Schema("Samples").DiffAsync(KustoTables.All)).IsInStep.ShouldBeTrue();
    }

    [Fact]
    public void ThePageShowsNoCodeThatIsNotRunHere()
    {
        string run = File.ReadAllText(Repository.PathOf("tests", "Kusto.Typed.EndToEnd.Tests", "Docs", "SchemaPageTests.cs"));
        string[] code = [.. File.ReadAllText(Repository.PathOf("docs", "schema.md"))
            .Split("```csharp\n").Skip(1).SelectMany(block => block.Split("```")[0].Split('\n'))
            .Where(line => line.Length > 0)];

        code.Length.ShouldBeGreaterThan(6);
        code.ShouldAllBe(line => run.Contains("        " + line + "\n"));
    }

    private void Show(string text) => _shown.Add(text);

    // The assembly has types that disagree about one table, for tests of renames.
    private static class KustoTables
    {
        public static IReadOnlyList<TableSchema> All => [ReadingTable.Schema, GaugeTable.Schema];
    }
}
