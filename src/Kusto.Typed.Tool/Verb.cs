using System.CommandLine;

namespace Kusto.Typed.Tool;

/// <summary>How each verb runs: what it throws becomes a line on standard error and an exit code, never a stack trace.</summary>
internal static class Verb
{
    /// <summary>Sets what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Does it; the words are what the user wrote. Returns an <see cref="ExitCode"/>.</param>
    public static void Run(
        this Command command, Func<ParseResult, ToolInvocation, CancellationToken, Task<int>> run) =>
        command.SetAction(async (words, cancellationToken) =>
        {
            ToolInvocation invocation = ToolInvocation.Of(words);
            try
            {
                return await run(words, invocation, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (Code(exception) is not null)
            {
                await invocation.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
                return Code(exception) ?? ExitCode.Usage;
            }
        });

    // Anything else is a mistake of ours, and then the stack trace is what we want to see.
    private static int? Code(Exception exception) => exception switch
    {
        UsageException or FormatException or ArgumentException => ExitCode.Usage,
        IOException or UnauthorizedAccessException => ExitCode.Usage,
        KustoTypedException or HttpRequestException => ExitCode.Service,
        _ => null,
    };
}
