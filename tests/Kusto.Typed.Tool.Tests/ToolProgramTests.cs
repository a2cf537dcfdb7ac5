using System.CommandLine;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests;

public sealed class ToolProgramTests
{
    [Fact]
    public async Task UnknownWordEndsWithTwoAndPointsToTheHelp()
    {
        ToolRun run = await ToolRun.OfAsync("nosuchverb");
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("nosuchverb");
        run.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task HelpIsFine()
    {
        ToolRun run = await ToolRun.OfAsync("--help");
        run.ExitCode.ShouldBe(ExitCode.Fine);
        run.Error.ShouldBeEmpty();
        foreach (Command verb in ToolProgram.Create().Subcommands)
        {
            run.Output.ShouldContain(verb.Name);
        }
    }

    public static TheoryData<Exception, int> Failures =>
        new()
        {
            { new UsageException("Name a file."), ExitCode.Usage },
            { new FileNotFoundException("There is no such file."), ExitCode.Usage },
            { new HttpRequestException("The host does not answer."), ExitCode.Service },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FailureIsOneLineAndAnExitCode(Exception failure, int exitCode)
    {
        Command command = new("fails");
        command.Run((_, _, _) => throw failure);
        using StringWriter error = new();
        ToolInvocation invocation = new() { Input = TextReader.Null, Error = error };
        (await command.Parse([]).InvokeAsync(invocation)).ShouldBe(exitCode);
        error.ToString().ReplaceLineEndings("\n").ShouldBe(failure.Message + "\n");
    }
}
