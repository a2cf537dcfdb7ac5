namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads what follows <c>.create table</c> and its kin: names, columns, properties.</summary>
internal static class TableCommandParser
{
    /// <summary>Reads one table, from its columns on.</summary>
    public static StoredTableCommand ParseOne(CommandScanner scanner, string verb, int start, CommandName name) =>
        Finish(scanner, verb, start, [Table(scanner, name)]);

    /// <summary>Reads the list after <c>.create tables</c>.</summary>
    public static StoredTableCommand ParseMany(CommandScanner scanner, string verb, int start)
    {
        List<PlacedTable> tables = [];
        do
        {
            tables.Add(Table(scanner, scanner.ReadName("a table")));
        }
        while (scanner.TryRead(','));

        return Finish(scanner, verb, start, tables);
    }

    private static StoredTableCommand Finish(CommandScanner scanner, string verb, int start, List<PlacedTable> tables)
    {
        int end = scanner.Position;
        if (scanner.TryReadWord("with"))
        {
            Dictionary<string, string> properties = CommandProperties.Parse(scanner);
            tables = tables.ConvertAll(table => table with { Table = Described(table.Table, properties) });
            end = scanner.Position;
        }

        return new StoredTableCommand(verb, new TextPlace(start, end - start), tables);
    }

    private static StoredTable Described(StoredTable table, Dictionary<string, string> properties) => table with
    {
        DocString = properties.GetValueOrDefault("docstring"),
        Folder = properties.GetValueOrDefault("folder"),
    };

    private static PlacedTable Table(CommandScanner scanner, CommandName name)
    {
        scanner.Read('(', $"before the columns of {name.Text}");
        List<StoredColumn> columns = [];
        List<PlacedColumn> places = [];
        do
        {
            CommandName column = scanner.ReadName("a column");
            scanner.Read(':', $"between the column {column.Text} and its type");
            scanner.SkipBlanks();
            int start = scanner.Position;
            string type = TypeName(scanner, column.Text);
            columns.Add(new StoredColumn(column.Text, TypeAliases.Canonical(type)));
            places.Add(new PlacedColumn(column.Place, new TextPlace(start, type.Length)));
        }
        while (scanner.TryRead(','));

        scanner.Read(')', $"after the columns of {name.Text}");
        return new PlacedTable(new StoredTable(name.Text, columns), name.Place, places);
    }

    // As it is written: another case is another word, and none of Kusto's.
    private static string TypeName(CommandScanner scanner, string column)
    {
        int start = scanner.Position;
        return scanner.ReadWord().Length > 0
            ? scanner.Text[start..scanner.Position]
            : throw scanner.Unexpected($"the type of the column {column}");
    }
}
