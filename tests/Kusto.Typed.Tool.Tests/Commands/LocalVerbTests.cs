using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Commands;

/// <summary>The local endpoint as a process serves it.</summary>
public sealed class LocalVerbTests
{
    [Fact]
    public async Task EndpointServesUntilItIsStopped()
    {
        using CancellationTokenSource stop = new();
        using AwaitedText output = new();
        ToolInvocation invocation = new() { Input = TextReader.Null, Output = output };
        Task<int> run = ToolProgram.RunAsync(["local", "--port", "0", "--database", "Weather"], invocation, stop.Token);

        string line = await output.LineAsync();

        line.ShouldStartWith("listening on http://127.0.0.1:");
        await using (KustoConnection kusto = new(line["listening on ".Length..]))
        {
            (await kusto.Schema("Weather").DropAsync("Nothing")).Commands.Count.ShouldBe(1);
        }

        await stop.CancelAsync();
        (await run).ShouldBe(ExitCode.Fine);
    }

    [Fact]
    public async Task TakenPortIsSaid()
    {
        using CancellationTokenSource stop = new();
        using AwaitedText output = new();
        Task<int> first = ToolProgram.RunAsync(
            ["local", "--port", "0"], new ToolInvocation { Input = TextReader.Null, Output = output }, stop.Token);
        int port = new Uri((await output.LineAsync())["listening on ".Length..]).Port;

        ToolRun second = await ToolRun.OfAsync("local", "--port", $"{port}");

        second.ExitCode.ShouldNotBe(ExitCode.Fine);
        second.Error.ShouldContain($"{port}");
        await stop.CancelAsync();
        await first;
    }
}
