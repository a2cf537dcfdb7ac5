using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Whether a mapping fits its table: columns of the one that the other lacks, types that differ.</summary>
internal sealed class FitCheck(LintedCommand command, StoredMappingCommand mapping, StoredTable table)
{
    public IEnumerable<Finding> Check() =>
        mapping.Mapping.Entries
            .SelectMany((entry, place) => Entry(entry, mapping.EntryPlaces[place]))
            .Concat(NotFilled());

    private IEnumerable<Finding> Entry(StoredMappingEntry entry, TextPlace place)
    {
        StoredColumn? column = table.Columns.FirstOrDefault(column => column.Name == entry.Column);
        if (column is null)
        {
            if (entry.Column.Length > 0)
            {
                yield return command.Finding(LintRules.NoSuchColumn, place, NoSuchColumn(entry));
            }
        }
        else if (entry.DataType is { } type
            && TypeNames.TryParse(type, out KustoType mapped)
            && TypeAliases.TryParse(column.Type, out KustoType declared)
            && mapped != declared)
        {
            yield return command.Finding(
                LintRules.OtherType,
                place,
                $"The column '{entry.Column}' is '{declared.ToKusto()}' in the table '{table.Name}' and '{type}' "
                    + $"in the mapping: ingestion fails. Write '{declared.ToKusto()}', or leave the type out.");
        }
    }

    private string NoSuchColumn(StoredMappingEntry entry)
    {
        string? similar = table.Columns
            .FirstOrDefault(column => column.Name.Equals(entry.Column, StringComparison.OrdinalIgnoreCase))?.Name;
        string what = $"The table '{table.Name}' has no column '{entry.Column}'. ";
        return what + (similar is not null ? $"It has '{similar}': the case of a name counts."
            : entry.DataType is { } type
                ? $"Since the entry has a type, queued ingestion adds it as '{type}'; other ingestion fails."
            : "Ingestion with this mapping fails.");
    }

    private IEnumerable<Finding> NotFilled()
    {
        string[] missing = [.. table.Columns.Select(column => column.Name)
            .Where(name => !mapping.Mapping.Entries.Any(entry => entry.Column == name))];

        // An alter-merge adds to entries that are not seen here.
        if (missing.Length > 0 && mapping.Verb != "alter-merge")
        {
            string columns = string.Join(", ", missing.Select(name => $"'{name}'"));
            yield return command.Finding(
                LintRules.NotFilled,
                mapping.NamePlace.Length > 0 ? mapping.NamePlace : mapping.JsonPlace,
                $"Nothing fills {columns} of the table '{table.Name}': null or empty in every row.");
        }
    }
}
