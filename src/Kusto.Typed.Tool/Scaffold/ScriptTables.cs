using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Reads tables from management commands: what creates them, and what later ones say of them.</summary>
internal static class ScriptTables
{
    /// <summary>The tables in the order of the script.</summary>
    /// <exception cref="UsageException">A command is not well-formed.</exception>
    public static IReadOnlyList<FoundTable> Read(string text, string file)
    {
        try
        {
            List<TableDraft> tables = [];
            foreach (StoredCommand command in CommandParser.ParseScript(text))
            {
                Take(tables, command, text);
            }

            return [.. tables.Select(table => table.Finish())];
        }
        catch (CommandFormatException exception)
        {
            string before = text[..Math.Min(exception.Offset, text.Length)];
            int line = before.Count(character => character == '\n') + 1;
            int column = exception.Offset - before.LastIndexOf('\n');
            throw new UsageException(FormattableString.Invariant($"{file}({line},{column}): {exception.Message}"));
        }
    }

    private static void Take(List<TableDraft> tables, StoredCommand command, string text)
    {
        switch (command)
        {
            case StoredTableCommand created:
                foreach (StoredTable table in created.Tables.Select(placed => placed.Table))
                {
                    AddOrMerge(tables, table);
                }

                break;
            case StoredMappingCommand { Kind: "csv", IsOfDatabase: false } mapping:
                Find(tables, mapping.Owner)?.Add(mapping.Mapping);
                break;
            case StoredOtherCommand other:
                TakeOther(tables, other, text.Substring(other.Place.Offset, other.Place.Length), other.Place.Offset);
                break;
        }
    }

    private static void TakeOther(List<TableDraft> tables, StoredOtherCommand command, string text, int offset)
    {
        try
        {
            TableDetailParser.Take(command, new CommandScanner(text), name => Find(tables, name));
        }
        catch (CommandFormatException exception)
        {
            throw new CommandFormatException(exception.Message, offset + exception.Offset, exception);
        }
    }

    private static void AddOrMerge(List<TableDraft> tables, StoredTable table)
    {
        if (Find(tables, table.Name) is { } known)
        {
            known.Merge(table);
        }
        else
        {
            tables.Add(new TableDraft(table));
        }
    }

    private static TableDraft? Find(List<TableDraft> tables, string name) =>
        tables.Find(table => table.Name == name);
}
