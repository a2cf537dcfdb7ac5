using System.Runtime.CompilerServices;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>The C# of docs/troubleshooting.md, which must stand in this file line by line.</summary>
public sealed class TroubleshootingPageTests
{
    [Fact]
    public async Task FailuresAndOperationsAreListedAsThePageSays()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        List<string> lines = [];
        var Console = new { WriteLine = (Action<string>)lines.Add };

        KustoSchemaClient samples = kusto.Schema("Samples");
        foreach (KustoIngestionFailure failure in await samples.FailuresAsync(new() { Table = "StormEvents", MaxAge = TimeSpan.FromHours(2) }))
        {
            Console.WriteLine($"{failure.FailedOn:u} {failure.ErrorCode} {failure.Source}: {failure.Details}");
        }

        foreach (KustoOperation operation in await samples.OperationsAsync(new() { MaxAge = TimeSpan.FromHours(2) }))
        {
            Console.WriteLine($"{operation.LastUpdatedOn:u} {operation.Kind} {operation.State}: {operation.Status}");
        }

        lines.ShouldBeEmpty();
    }

    [Fact]
    public void ThePageShowsNoCodeThatIsNotRunHere()
    {
        string tests = File.ReadAllText(Path());
        string[] code =
        [
            .. File.ReadAllText(Repository.PathOf("docs", "troubleshooting.md")).Split("```csharp\n").Skip(1)
                .SelectMany(block => block.Split("```")[0].Split('\n')).Where(line => line.Length > 0),
        ];
        code.Length.ShouldBeGreaterThan(8);
        code.ShouldAllBe(line => tests.Contains("        " + line + "\n", StringComparison.Ordinal));
    }

    private static string Path([CallerFilePath] string path = "") => path;
}
