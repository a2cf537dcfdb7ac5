using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>What commands do to a table's columns.</summary>
internal static class TableChanges
{
    /// <summary>Adds the columns that the table lacks at its end.</summary>
    /// <exception cref="RequestRefusedException">A column is there with another type.</exception>
    public static Table Merge(Table table, ImmutableArray<Column> columns) =>
        table with { Columns = [.. table.Columns, .. columns.Where(column => !Has(table, column))] };

    /// <summary>Makes the columns exactly those listed: what is not listed is dropped with its values.</summary>
    /// <exception cref="RequestRefusedException">A column is there with another type.</exception>
    public static Table Replace(Table table, ImmutableArray<Column> columns) =>
        table with
        {
            Columns = [.. columns.Select(column => Has(table, column) ? table.FindColumn(column.Name)! : column)],
        };

    /// <summary>
    /// Sets docstrings of columns; those of the others stay, or go where <paramref name="clearOthers"/>.
    /// </summary>
    public static Table WithDocStrings(Table table, IReadOnlyDictionary<string, string> docStrings, bool clearOthers)
    {
        string? unknown = docStrings.Keys.FirstOrDefault(name => table.FindColumn(name) is null);
        if (unknown is not null)
        {
            throw ColumnNotFound(table, unknown);
        }

        return table with
        {
            Columns =
            [
                .. table.Columns.Select(column => column with
                {
                    DocString = docStrings.GetValueOrDefault(column.Name) ?? (clearOthers ? null : column.DocString),
                }),
            ],
        };
    }

    public static RequestRefusedException ColumnNotFound(Table table, string column) =>
        Refusal.EntityNotFound(
            $"Entity not found: the table '{table.Name}' has no column '{column}'. It has: "
            + $"{string.Join(", ", table.Columns.Select(static known => known.Name))}. Names are case-sensitive.");

    private static bool Has(Table table, Column column)
    {
        Column? existing = table.FindColumn(column.Name);
        return existing is null || existing.Type == column.Type
            ? existing is not null
            : throw Refusal.Semantic(
                $"the column '{column.Name}' of the table '{table.Name}' is of type {existing.Type.ToKusto()} and cannot "
                + $"become {column.Type.ToKusto()}.");
    }
}
