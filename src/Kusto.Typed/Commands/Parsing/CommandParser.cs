namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads management commands: those of tables and ingestion mappings in full, others by their subject.</summary>
/// <remarks>
/// Names may stand bare, in <c>['…']</c> or <c>["…"]</c>; texts in any form that Kusto has for them, prefixed with
/// <c>h</c> too; <c>//</c> comments are skipped. The case of the language's own words does not count.
/// </remarks>
public static class CommandParser
{
    /// <summary>What mappings know besides; tables do not.</summary>
    private const string CreateOrAlter = "create-or-alter";

    private static readonly string[] s_tableVerbs = ["create", "create-merge", "alter", "alter-merge"];

    /// <summary>Reads a text that is one command.</summary>
    /// <exception cref="CommandFormatException">It is none, is not well-formed, or something follows it.</exception>
    public static StoredCommand Parse(string text)
    {
        CommandScanner scanner = new(text);
        scanner.SkipBlanks();
        StoredCommand command = scanner.Current == '.'
            ? Command(scanner)
            : throw scanner.Unexpected("a command, which begins with a dot,");
        scanner.SkipBlanks();
        return scanner.IsAtEnd ? command : throw scanner.Unexpected("the end of the command");
    }

    /// <summary>Reads the commands of a script: each begins with a dot as the first character of its line.</summary>
    /// <remarks>What is no command, such as a query between two of them, is passed over.</remarks>
    /// <exception cref="CommandFormatException">A command is not well-formed.</exception>
    public static IReadOnlyList<StoredCommand> ParseScript(string text) => ParseScript(text, unreadable: null);

    /// <summary>Reads the commands of a script that can be read, and tells of those that cannot.</summary>
    /// <param name="text">The script.</param>
    /// <param name="unreadable">Takes what is wrong with the others; null: the first of them is thrown.</param>
    /// <exception cref="CommandFormatException">A command is not well-formed and <paramref name="unreadable"/> is null.</exception>
    public static IReadOnlyList<StoredCommand> ParseScript(string text, ICollection<CommandFormatException>? unreadable)
    {
        List<StoredCommand> commands = [];
        CommandScanner scanner = new(text);
        ScriptLines.GoToCommand(scanner);
        while (!scanner.IsAtEnd)
        {
            int start = scanner.Position;
            try
            {
                commands.Add(Command(scanner));
            }
            catch (CommandFormatException exception) when (unreadable is not null)
            {
                unreadable.Add(exception);
                scanner.Position = start + 1;
                ScriptLines.SkipToLineEnd(scanner);
            }

            ScriptLines.GoToCommand(scanner);
        }

        return commands;
    }

    private static StoredCommand Command(CommandScanner scanner)
    {
        int start = scanner.Position++;
        string verb = scanner.ReadWord();
        string subject = scanner.ReadWord();
        return subject switch
        {
            "tables" when s_tableVerbs.Contains(verb) && verb.StartsWith("create", StringComparison.Ordinal) =>
                TableCommandParser.ParseMany(scanner, verb, start),
            "table" or "database" when s_tableVerbs.Contains(verb) || verb == CreateOrAlter =>
                OfOwner(scanner, verb, subject, start),
            "database" when verb == "execute" => Script(scanner, verb, start),
            _ => Other(scanner, verb, "", owner: null, start),
        };
    }

    private static StoredCommand OfOwner(CommandScanner scanner, string verb, string kind, int start)
    {
        bool isOfDatabase = kind == "database";
        CommandName owner = scanner.ReadName(isOfDatabase ? "a database" : "a table");
        scanner.SkipBlanks();
        if (scanner.Current == '(' && !isOfDatabase && s_tableVerbs.Contains(verb))
        {
            return TableCommandParser.ParseOne(scanner, verb, start, owner);
        }

        string word = scanner.ReadWord();
        return word switch
        {
            "ingestion" => MappingCommandParser.Parse(scanner, verb, start, owner, isOfDatabase),
            "policy" => Other(scanner, verb, $"{kind} policy {scanner.ReadWord()}", owner.Text, start),
            "docstring" or "folder" or "column-docstrings" or "based-on" =>
                Other(scanner, verb, $"{kind} {word}", owner.Text, start),
            _ when isOfDatabase || verb is "alter" or "alter-merge" =>
                Other(scanner, verb, kind, owner.Text, start),
            _ => throw scanner.Unexpected($"the columns of {owner.Text} in parentheses, or 'ingestion',"),
        };
    }

    private static StoredOtherCommand Other(CommandScanner scanner, string verb, string subject, string? owner, int start)
    {
        int end = ScriptLines.SkipCommand(scanner);
        return new StoredOtherCommand(verb, new TextPlace(start, end - start), subject, owner);
    }

    // What follows the sign is a script of its own, whose commands are read like those around it.
    private static StoredOtherCommand Script(CommandScanner scanner, string verb, int start)
    {
        int sign = scanner.Text.IndexOf("<|", scanner.Position, StringComparison.Ordinal);
        if (!scanner.TryReadWord("script") || sign < 0)
        {
            return Other(scanner, verb, "database", owner: null, start);
        }

        scanner.Position = sign + 2;
        return new StoredOtherCommand(verb, new TextPlace(start, scanner.Position - start), "database script", Owner: null);
    }
}
