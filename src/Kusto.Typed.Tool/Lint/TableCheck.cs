using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>What a table command says wrong by itself: names, types, columns twice.</summary>
internal static class TableCheck
{
    public static IEnumerable<Finding> Check(LintedCommand command, PlacedTable table) =>
        NameCheck.Check(command, "table", table.Table.Name, table.Name)
            .Concat(table.Table.Columns.Zip(table.Columns).SelectMany((column, place) =>
                Column(command, table.Table, column.First, column.Second, place)));

    private static IEnumerable<Finding> Column(
        LintedCommand command, StoredTable table, StoredColumn column, PlacedColumn places, int place)
    {
        foreach (Finding finding in NameCheck.Check(command, "column", column.Name, places.Name))
        {
            yield return finding;
        }

        if (table.Columns.Take(place).Any(earlier => earlier.Name == column.Name))
        {
            yield return command.Finding(
                LintRules.DeclaredTwice,
                places.Name,
                $"The table '{table.Name}' has the column '{column.Name}' twice; leave one of them out.");
        }

        string type = command.Source(places.Type);
        if (!TypeAliases.TryParse(type, out KustoType known))
        {
            yield return command.Finding(
                LintRules.UnknownType,
                places.Type,
                $"The column '{column.Name}' is of type '{type}', which is none of Kusto's: {TypeNames.All}.");
        }
        else if (type != known.ToKusto())
        {
            yield return command.Finding(
                LintRules.Alias,
                places.Type,
                $"The type '{type}' of the column '{column.Name}' is an alias; Kusto answers with '{known.ToKusto()}'.");
        }
    }
}
