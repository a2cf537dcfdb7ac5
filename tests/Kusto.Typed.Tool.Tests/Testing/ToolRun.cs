namespace Kusto.Typed.Tool.Tests.Testing;

/// <summary>One run of the tool in this process, and what it said.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static Task<ToolRun> OfAsync(params string[] arguments) => WithInputAsync("", arguments);

    public static async Task<ToolRun> WithInputAsync(string input, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await ToolProgram.RunAsync(
            arguments, new ToolInvocation { Input = new StringReader(input), Output = output, Error = error });
        return new ToolRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
