using System.CommandLine;
using Kusto.Typed.Tool.Scaffold;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>scaffold</c>: an annotated record for a table that is there already.</summary>
internal static class ScaffoldVerb
{
    public static Command Create()
    {
        Argument<string> file = new("file")
        {
            Description = "Commands that create the table, a saved schema, or a .csv or .tsv file; -: standard input.",
            HelpName = "FILE|-",
        };
        Option<string?> table = new("--table", "-t")
        {
            Description = "Which table, where there are several; how that of a CSV file is called.",
            HelpName = "NAME",
        };
        Option<string?> type = new("--type")
        {
            Description = "The record's name. Default: made of the table's.",
            HelpName = "NAME",
        };
        Option<string?> space = new("--namespace", "-n")
        {
            Description = "The namespace. Default: none.",
            HelpName = "NAME",
        };
        Option<string?> mapping = new("--mapping")
        {
            Description = "The CSV mapping to take over, where there are several.",
            HelpName = "NAME",
        };
        Command command = new("scaffold", "Writes an annotated record for a table that is there, or for a CSV file.")
        {
            file, table, type, space, mapping,
        };
        command.Run(async (words, invocation, cancellationToken) =>
        {
            FoundTable found = await ScaffoldSource
                .ReadAsync(words.GetRequiredValue(file), words.GetValue(table), invocation.Input, cancellationToken)
                .ConfigureAwait(false);
            RecordOptions options = new(words.GetValue(space), words.GetValue(type), words.GetValue(mapping));
            await invocation.Output.WriteAsync(RecordWriter.Write(RecordPlan.Of(found, options))).ConfigureAwait(false);
            return ExitCode.Fine;
        });
        return command;
    }
}
