using System.Text;

namespace Kusto.Typed.Local.Management;

/// <summary>The command <c>.execute database script</c>: commands one after another, with no way back.</summary>
internal sealed class ScriptCommand(CommandRunner runner)
{
    private static readonly ResultColumn[] s_columns =
    [
        new("OperationId", KustoType.Guid),
        new("CommandType", KustoType.String),
        new("CommandText", KustoType.String),
        new("Result", KustoType.String),
        new("Reason", KustoType.String),
    ];

    public ResultTable Run(CommandContext context)
    {
        CommandProperties properties = CommandProperties.Read(context.Text, "ThrowOnErrors", "ContinueOnErrors");
        bool throwOnErrors = properties.IsTrue("ThrowOnErrors");
        bool continueOnErrors = properties.IsTrue("ContinueOnErrors");
        if (throwOnErrors && continueOnErrors)
        {
            throw Refusal.Invalid("ThrowOnErrors and ContinueOnErrors exclude each other.");
        }

        if (!context.Text.TryPunctuation("<|"))
        {
            throw context.Text.Unexpected("'<|' and the commands");
        }

        List<object?[]> rows = [];
        bool stopped = false;
        foreach (string command in Split(context.Text.RawRest))
        {
            object?[] row = stopped ? Row(command, "Skipped", "A command before it failed.") : RunOne(context, command);
            bool failed = row[3] is "Failed";
            if (failed && throwOnErrors)
            {
                throw Refusal.Invalid($"Command {rows.Count + 1} of the script failed: {row[4]}");
            }

            stopped |= failed && !continueOnErrors;
            rows.Add(row);
        }

        return new ResultTable(s_columns, rows);
    }

    private object?[] RunOne(CommandContext context, string command)
    {
        if (command.StartsWith(".show", StringComparison.OrdinalIgnoreCase))
        {
            return Row(command, "Skipped", "A script runs no .show command.");
        }

        try
        {
            runner.Run(command, context.Database.Name, context.ClientRequestId);
            return Row(command, "Completed", "");
        }
        catch (RequestRefusedException exception)
        {
            return Row(command, "Failed", exception.Message);
        }
    }

    private static object?[] Row(string command, string result, string reason) =>
        [Guid.NewGuid(), CommandType(command), command, result, reason];

    // A command begins on a line whose first character is a dot, and goes on until the next one does.
    private static IEnumerable<string> Split(string script)
    {
        StringBuilder command = new();
        foreach (string line in script.Split('\n'))
        {
            bool begins = line.TrimStart().StartsWith('.');
            if (begins && command.Length > 0)
            {
                yield return command.ToString().Trim();
                command.Clear();
            }

            if (begins || command.Length > 0)
            {
                command.Append(line).Append('\n');
            }
        }

        if (command.Length > 0)
        {
            yield return command.ToString().Trim();
        }
    }

    // ".create-merge table X" is a TableCreateMerge.
    private static string CommandType(string command)
    {
        string[] words = command.TrimStart('.').Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? "Unknown" : Pascal(words[1]) + Pascal(words[0]);
    }

    private static string Pascal(string word) =>
        string.Concat(word.Split('-', StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));
}
