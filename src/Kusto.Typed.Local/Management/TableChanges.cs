using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>What commands do to a table's columns.</summary>
internal static class TableChanges
{
    /// <summary>Adds the columns that the table lacks at its end.</summary>
    /// <exception cref="RequestRefusedException">A column is there with another type.</exception>
    public static Table Merge(Table table, ImmutableArray<Column> columns)
    {
        Column[] missing = [.. columns.Where(column => !Has(table, column))];
        return missing.Length > 0 ? table with { Columns = [.. table.Columns, .. missing] } : table;
    }

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
        foreach (string name in docStrings.Keys)
        {
            Require(table, name);
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

    /// <summary>Puts what <paramref name="change"/> answers in the place of a column that must be there.</summary>
    public static Table WithColumn(Table table, string name, Func<Column, Column> change)
    {
        Column column = Require(table, name);
        return table with { Columns = table.Columns.Replace(column, change(column)) };
    }

    /// <summary>Renames a column, which keeps its values; mappings and policies go on naming it as before.</summary>
    /// <exception cref="RequestRefusedException">There is no such column, or the new name is another's.</exception>
    public static Table RenameColumn(Table table, string from, string to)
    {
        Column column = Require(table, from);
        return table.FindColumn(to) is { } other && other != column
            ? throw Refusal.AlreadyExists(
                $"The table '{table.Name}' has a column '{to}' already; '{from}' keeps its name.")
            : WithColumn(table, from, renamed => renamed with { Name = ColumnList.CheckedName(to, "column") });
    }

    /// <summary>Renames columns all at once, so that two can swap their names.</summary>
    /// <exception cref="RequestRefusedException">A column is missing or renamed twice, or two would have one name.</exception>
    public static Table RenameColumns(Table table, IReadOnlyList<(string From, string To)> renames)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach ((string from, string to) in renames)
        {
            Require(table, from);
            if (!names.TryAdd(from, ColumnList.CheckedName(to, "column")))
            {
                throw Refusal.Semantic($"the column '{from}' of the table '{table.Name}' is renamed twice.");
            }
        }

        ImmutableArray<Column> columns =
            [.. table.Columns.Select(column => column with { Name = names.GetValueOrDefault(column.Name, column.Name) })];
        string? twice = columns.GroupBy(static column => column.Name).FirstOrDefault(static group => group.Skip(1).Any())?.Key;
        return twice is null
            ? table with { Columns = columns }
            : throw Refusal.AlreadyExists($"The table '{table.Name}' would have two columns '{twice}'; all keep their names.");
    }

    /// <summary>A table of the same columns and policies without rows and mappings, which no update policy fills.</summary>
    public static Table Copy(Table table, string name) => new()
    {
        Name = ColumnList.CheckedName(name, "table"),
        Columns =
        [
            .. table.Columns.Select(static column =>
                Column.New(column.Name, column.Type) with { DocString = column.DocString, Encoding = column.Encoding }),
        ],
        Policies = table.Policies.Remove(Policies.UpdateKind.UpdateWord),
    };

    /// <summary>Gives a column another type: its values are lost for ever, even if the type comes back.</summary>
    public static Table ChangeType(Table table, string name, KustoType type) =>
        WithColumn(table, name, column => column.Type == type
            ? column
            : Column.New(name, type) with { DocString = column.DocString });

    /// <summary>Drops columns with their values.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">The columns.</param>
    /// <param name="ifExists">True where a column that is not there is no error.</param>
    /// <exception cref="RequestRefusedException">A column is missing, or none would be left.</exception>
    public static Table DropColumns(Table table, IReadOnlyList<string> names, bool ifExists)
    {
        if (names.FirstOrDefault(name => table.FindColumn(name) is null) is { } missing && !ifExists)
        {
            throw ColumnNotFound(table, missing);
        }

        ImmutableArray<Column> left = table.Columns
            .RemoveAll(column => names.Contains(column.Name, StringComparer.Ordinal));
        return left.IsEmpty
            ? throw Refusal.Semantic(
                $"the table '{table.Name}' would have no column left. Drop the table, or keep a column.")
            : table with { Columns = left };
    }

    /// <exception cref="RequestRefusedException">There is no such column.</exception>
    public static Column Require(Table table, string name) =>
        table.FindColumn(name) ?? throw ColumnNotFound(table, name);

    private static RequestRefusedException ColumnNotFound(Table table, string column) =>
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
