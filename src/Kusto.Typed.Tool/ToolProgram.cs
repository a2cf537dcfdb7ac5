using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Kusto.Typed.Tool.Commands;

namespace Kusto.Typed.Tool;

/// <summary>The tool without its process: its verbs, and how a run of one ends.</summary>
internal static class ToolProgram
{
    /// <summary>The verbs, in the order of the help.</summary>
    public static RootCommand Create() =>
        new("Tables and mappings of Azure Data Explorer (Kusto): checked wherever they are written down.")
        {
            SchemaVerb.Create(),
            LintVerb.Create(),
            ScaffoldVerb.Create(),
            IngestVerb.Create(),
            OutcomeVerbs.Failures(),
            OutcomeVerbs.Operations(),
            ExplainVerb.Create(),
            LocalVerb.Create(),
        };

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, ToolInvocation invocation, CancellationToken cancellationToken = default)
    {
        ParseResult words = Create().Parse(arguments);
        if (words.Action is not ParseErrorAction)
        {
            return await words.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }

        foreach (ParseError error in words.Errors)
        {
            await invocation.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
        }

        string verb = words.CommandResult.Command is RootCommand ? "" : $" {words.CommandResult.Command.Name}";
        await invocation.Error.WriteLineAsync($"'kusto-typed{verb} --help' says what there is.").ConfigureAwait(false);
        return ExitCode.Usage;
    }
}
