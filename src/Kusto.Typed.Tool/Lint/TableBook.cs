using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Lint;

/// <summary>What the commands of all files say of the tables, and which of it a mapping is for.</summary>
internal sealed class TableBook
{
    private readonly List<(LintFile File, int Offset, StoredTable Table)> _states = [];

    /// <summary>Takes one table of a command; commands come in the order of their files and places.</summary>
    public void Add(LintedCommand command, StoredTable table)
    {
        string verb = command.Command.Verb;
        StoredTable? before = Last(command.File, table.Name, int.MaxValue);
        if (verb.EndsWith("-merge", StringComparison.Ordinal) && before is not null)
        {
            table = before with
            {
                Columns = [.. before.Columns, .. table.Columns.Where(column => !Has(before, column.Name))],
            };
        }

        // Alone it says which columns are there besides others that nobody here knows.
        if (verb != "alter-merge" || before is not null)
        {
            _states.Add((command.File, command.Offset, table));
        }
    }

    /// <summary>The table that a mapping is for; null: it is not known here, or files differ about it.</summary>
    /// <remarks>
    /// The mapping's own file counts most: there what stands before it, or else what comes after. Then those of the other files.
    /// </remarks>
    public StoredTable? Find(LintedCommand command, StoredMappingCommand mapping)
    {
        if (mapping.IsOfDatabase)
        {
            return null;
        }

        if (mapping.Owner == LoneMapping.NoName)
        {
            return Likely(command.File, mapping.Mapping);
        }

        StoredTable? here = Last(command.File, mapping.Owner, command.Offset) ?? Last(command.File, mapping.Owner, int.MaxValue);
        if (here is not null)
        {
            return here;
        }

        List<StoredTable> others = [.. _states.Select(state => state.File).Distinct()
            .Select(file => Last(file, mapping.Owner, int.MaxValue)).OfType<StoredTable>()];
        return others.Count > 0 && others.TrueForAll(table => table.Columns.SequenceEqual(others[0].Columns)) ? others[0] : null;
    }

    public static bool Has(StoredTable table, string column) => table.Columns.Any(known => known.Name == column);

    // A mapping that does not name its table is of the only one in its file, if that has most of its columns.
    private StoredTable? Likely(LintFile file, StoredMapping mapping)
    {
        List<string> names = [.. _states.Where(state => state.File == file).Select(state => state.Table.Name).Distinct()];
        StoredTable? table = names.Count == 1 ? Last(file, names[0], int.MaxValue) : null;
        return table is not null && mapping.Entries.Count(entry => Has(table, entry.Column)) * 2 > mapping.Entries.Count
            ? table
            : null;
    }

    private StoredTable? Last(LintFile file, string name, int before) =>
        _states.LastOrDefault(state => state.File == file && state.Table.Name == name && state.Offset < before).Table;
}
