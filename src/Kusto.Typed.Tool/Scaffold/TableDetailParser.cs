using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Reads commands that say more of a table: docstrings, folder, policies, encodings.</summary>
internal static class TableDetailParser
{
    private const string PolicyOfTable = "table policy ";

    /// <param name="command">The command as far as it has been read.</param>
    /// <param name="scanner">The text of the command, from its dot on.</param>
    /// <param name="find">The table of a name; null: the script does not create it.</param>
    public static void Take(StoredOtherCommand command, CommandScanner scanner, Func<string, TableDraft?> find)
    {
        if (command.Verb is not ("alter" or "alter-merge"))
        {
            return;
        }

        scanner.Position++;
        scanner.ReadWord();
        if (scanner.TryReadWord("column"))
        {
            TakeEncoding(scanner, find);
        }
        else if (command.Owner is { } owner && find(owner) is { } table)
        {
            scanner.ReadWord();
            scanner.ReadName("a table");
            scanner.ReadWord();
            TakeDetail(command, scanner, table);
        }
    }

    private static void TakeDetail(StoredOtherCommand command, CommandScanner scanner, TableDraft table)
    {
        switch (command.Subject)
        {
            case "table docstring":
                table.DocString = scanner.ReadLiteral("the docstring").Value;
                break;
            case "table folder":
                table.Folder = scanner.ReadLiteral("the folder").Value;
                break;
            case "table column-docstrings":
                TakeDocStrings(scanner, table);
                break;
            case var subject when subject.StartsWith(PolicyOfTable, StringComparison.Ordinal):
                TakePolicy(subject[PolicyOfTable.Length..], scanner, table);
                break;
        }
    }

    private static void TakeDocStrings(CommandScanner scanner, TableDraft table)
    {
        scanner.Read('(', "before the docstrings");
        do
        {
            string column = scanner.ReadName("a column").Text;
            scanner.Read(':', $"after the column {column}");
            string docString = scanner.ReadLiteral($"the docstring of {column}").Value;
            table.Change(column, known => known with { DocString = docString });
        }
        while (scanner.TryRead(','));
    }

    private static void TakePolicy(string policy, CommandScanner scanner, TableDraft table)
    {
        // The name, which may have an underscore that no other word of a command has.
        scanner.ReadName("a policy");
        if (PolicyText.TryReadJson(policy, scanner, out string json))
        {
            table.SetPolicy(policy, json);
        }
        else
        {
            table.AddNote($"The policy {policy} is not taken over: its command is in a form that is not read here.");
        }
    }

    // .alter column ['T'].['C'] policy encoding type='BigObject'
    private static void TakeEncoding(CommandScanner scanner, Func<string, TableDraft?> find)
    {
        string table = scanner.ReadName("a table").Text;
        int dot = table.LastIndexOf('.');
        string column = scanner.TryRead('.') ? scanner.ReadName("a column").Text : table[(dot + 1)..];
        bool isEncoding = scanner.TryReadWord("policy") && scanner.TryReadWord("encoding")
            && scanner.TryReadWord("type");
        TableDraft? draft = find(table) ?? (dot > 0 ? find(table[..dot]) : null);
        if (isEncoding && draft is not null)
        {
            scanner.Read('=', "after 'type'");
            string encoding = scanner.ReadLiteral("the encoding in quotes").Value;
            draft.Change(column, known => known with { Encoding = encoding });
        }
    }
}
