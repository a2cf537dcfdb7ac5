using System.Runtime.CompilerServices;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests;

/// <summary>The C# of docs/local-endpoint.md, which must stand in this file line by line.</summary>
public sealed class LocalEndpointPageTests
{
    [Fact]
    public async Task TheFirstExampleRuns()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();

        LocalDatabase samples = local.Database("Samples");
        samples.Run(".create table Readings (At:datetime, Device:string, Value:real)");
        samples.Run(".alter table Readings policy streamingingestion enable");

        // any Kusto client ingests to local.Uri here

        long rows = samples.CountRows("Readings");
        IReadOnlyList<LocalWarning> warnings = samples.Warnings;

        rows.ShouldBe(0);
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task TheFaultsAreMetInTheirOrder()
    {
        await using Client client = await Client.StartAsync();
        LocalKusto local = client.Local;
        TaskCompletionSource released = new();
        local.Faults.Add(LocalFault.Throttle(retryAfter: TimeSpan.FromSeconds(5)) with { Times = 2 });
        local.Faults.Add(LocalFault.Answer(503, "ServiceUnavailable") with { Requests = LocalRequestKind.Query });
        local.Faults.Add(LocalFault.CloseConnection(LocalFaultMoment.BeforeAnswer));
        local.Faults.Add(LocalFault.Delay(until: released.Task));

        (await client.IngestAsync("1,a\n")).Status.ShouldBe(429);
        (await client.IngestAsync("1,a\n")).Status.ShouldBe(429);
        (await client.QueryAsync("T | count")).Status.ShouldBe(503);
        await Should.ThrowAsync<HttpRequestException>(() => client.IngestAsync("1,a\n"));
        released.SetResult();
        (await client.IngestAsync("1,a\n")).Status.ShouldBe(200);
    }

    [Fact]
    public void ThePageShowsNoCodeThatIsNotRunHere()
    {
        string tests = File.ReadAllText(Path());
        string page = File.ReadAllText(System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(Path())!, "..", "..", "docs", "local-endpoint.md"));
        string[] code = page.Split("```csharp\n").Skip(1).SelectMany(block => block.Split("```")[0].Split('\n'))
            .Where(line => line.Length > 0).ToArray();
        code.Length.ShouldBeGreaterThan(8);
        code.ShouldAllBe(line => tests.Contains("        " + line + "\n"));
    }

    private static string Path([CallerFilePath] string path = "") => path;
}
