using System.CommandLine;
using Kusto.Typed.Tool.Lint;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>lint</c>: table and mapping commands in any text, and what does not fit in them.</summary>
internal static class LintVerb
{
    public static Command Create()
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Files, folders, patterns such as 'src/**/*.cs', or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> inputName = new("--stdin-name")
        {
            Description = "What standard input is called; its extension says which language it is in.",
            DefaultValueFactory = _ => "stdin.kql",
        };
        Option<OutputFormat> output = OutputOption.Create();
        Command command = new("lint", "Finds table and mapping commands in files, and mappings that do not fit their table.")
        {
            files,
            inputName,
            output,
        };
        command.Run(async (words, invocation, cancellationToken) =>
        {
            List<LintFile> sources = await LintFiles.ReadAsync(
                words.GetRequiredValue(files),
                words.GetRequiredValue(inputName),
                invocation.Input,
                cancellationToken).ConfigureAwait(false);
            return FindingWriter.Write(Linter.Check(sources), words.GetValue(output), invocation);
        });
        return command;
    }
}
