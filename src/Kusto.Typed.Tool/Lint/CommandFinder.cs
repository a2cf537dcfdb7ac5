using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Finds the commands in a file, and tells of those that begin as one and cannot be read.</summary>
internal sealed class CommandFinder
{
    // In documents these stand for what a reader puts in, and in programs for what is put in at run time.
    private static readonly string[] s_templates = ["<", "…", "...", "$", "%", $"{LintText.Hole}"];

    public List<LintedCommand> Commands { get; } = [];

    public List<Finding> Findings { get; } = [];

    public void Read(LintFile file)
    {
        foreach (LintText text in Languages.ReadFile(file))
        {
            List<CommandFormatException> unreadable = [];
            IReadOnlyList<StoredCommand> commands = CommandParser.ParseScript(text.Value, unreadable);
            Commands.AddRange(commands.Where(command => IsLiteral(text, command))
                .Select(command => new LintedCommand(file, text, command)));
            Findings.AddRange(unreadable.Select(problem => Unreadable(file, text, problem)).OfType<Finding>());
            if (commands.Count == 0 && LoneMapping.Read(text) is { } mapping)
            {
                Commands.Add(new LintedCommand(file, text, mapping));
            }
        }
    }

    private static bool IsLiteral(LintText text, StoredCommand command) =>
        !text.Value.AsSpan(command.Place.Offset, command.Place.Length).Contains(LintText.Hole);

    // Null: it is a template, whose final text is not known, or words that only mention a command.
    private static Finding? Unreadable(LintFile file, LintText text, CommandFormatException problem)
    {
        string command = text.Value[Start(text.Value, problem.Offset)..LineEnd(text.Value, problem.Offset)];
        bool isJson = problem.InnerException is FormatException;
        bool isMention = !command.AsSpan().ContainsAny(":'\"");
        if (isMention || IsTemplate(command, isJson))
        {
            return null;
        }

        string message = isJson ? problem.Message : $"This command was not checked. {problem.Message}";
        return Places.At(
            file,
            text.OffsetInFile(problem.Offset),
            new Finding(isJson ? LintRules.NotAMapping : LintRules.NotRead, message));
    }

    // JSON has braces of its own.
    private static bool IsTemplate(string command, bool isJson) =>
        s_templates.Any(sign => command.Contains(sign, StringComparison.Ordinal))
        || (!isJson && !command.Contains('[', StringComparison.Ordinal) && command.AsSpan().ContainsAny('{', '}'));

    private static int Start(string text, int offset)
    {
        int start = offset;
        do
        {
            start = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
            if (start == 0 || text.AsSpan(start).TrimStart(" \t").StartsWith("."))
            {
                return start;
            }

            start--;
        }
        while (start > 0);

        return 0;
    }

    private static int LineEnd(string text, int offset)
    {
        int end = text.IndexOf('\n', Math.Min(offset, text.Length));
        return end < 0 ? text.Length : end;
    }
}
