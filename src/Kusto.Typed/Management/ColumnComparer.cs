using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>Compares the columns of a declared table with those that were found.</summary>
internal static class ColumnComparer
{
    public static IEnumerable<SchemaDifference> Compare(TableSchema table, StoredTable found)
    {
        IReadOnlyDictionary<ColumnSchema, StoredColumn> counterparts = Counterparts(table, found);
        foreach (ColumnSchema column in table.Columns)
        {
            foreach (SchemaDifference difference in Compare(table, column, counterparts.GetValueOrDefault(column), found))
            {
                yield return difference;
            }
        }

        HashSet<StoredColumn> known = [.. counterparts.Values];
        foreach (StoredColumn extra in found.Columns.Where(column => !known.Contains(column)))
        {
            yield return Extra(table, extra);
        }

        if (Order(table, found) is { } order)
        {
            yield return order;
        }
    }

    /// <summary>The stored column that each declared one is, if under another name; without those that there is none for.</summary>
    /// <remarks>
    /// The column itself, or the one of its former name, or one that differs in case alone: of those which no other declared
    /// column is.
    /// </remarks>
    public static IReadOnlyDictionary<ColumnSchema, StoredColumn> Counterparts(TableSchema table, StoredTable found)
    {
        Dictionary<string, StoredColumn> stored = new(StringComparer.Ordinal);
        foreach (StoredColumn column in found.Columns)
        {
            stored[column.Name] = column;
        }

        HashSet<string> declared = [.. table.Columns.Select(column => column.Name)];
        Dictionary<ColumnSchema, StoredColumn> counterparts = [];
        foreach (ColumnSchema column in table.Columns)
        {
            if ((stored.GetValueOrDefault(column.Name) ?? Former(column) ?? InAnotherCase(column)) is { } counterpart)
            {
                counterparts[column] = counterpart;
            }
        }

        return counterparts;

        StoredColumn? Former(ColumnSchema column) =>
            column.RenamedFrom is { } former && !declared.Contains(former) ? stored.GetValueOrDefault(former) : null;

        StoredColumn? InAnotherCase(ColumnSchema column) => stored.Values.FirstOrDefault(other =>
            !declared.Contains(other.Name) && other.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<SchemaDifference> Compare(
        TableSchema table, ColumnSchema column, StoredColumn? found, StoredTable whole)
    {
        if (found is null)
        {
            yield return Of(SchemaDifferenceKind.ColumnMissing, SchemaChangeClass.Safe) with
            {
                Expected = column.Type.ToKusto(),
                Commands = [TableCommands.CreateMerge(table)],
            };
        }
        else if (found.Name == column.RenamedFrom)
        {
            yield return Of(SchemaDifferenceKind.ColumnRenamed, SchemaChangeClass.NeedsCare) with
            {
                Found = found.Name,
                Expected = column.Name,
                Advice = "Its values stay. Queries, functions, policies and mappings that use the former name do not follow.",
                Commands = [TableCommands.RenameColumn(table.Name, found.Name, column.Name)],
            };
        }
        else if (found.Name != column.Name)
        {
            yield return Of(SchemaDifferenceKind.ColumnCase, SchemaChangeClass.NeedsCare) with
            {
                Found = found.Name,
                Expected = column.Name,
                Advice = $"Names are case-sensitive: adding it makes a second column. Declare [KustoRenamedFrom(\"{found.Name}\")] "
                    + $"to rename the one that is there, or [KustoColumn(\"{found.Name}\")] to keep its name.",
            };
            yield break;
        }

        if (found is not null && TypeAliases.Canonical(found.Type) != column.Type.ToKusto())
        {
            yield return Of(SchemaDifferenceKind.ColumnType, SchemaChangeClass.LosesData) with
            {
                Found = found.Type,
                Expected = column.Type.ToKusto(),
                Advice = RetypeRecipe.Of(table, whole),
                Commands = [TableCommands.AlterColumnType(table.Name, column)],
            };
        }

        foreach (SchemaDifference difference in Details(table, column, found, isEmpty: whole.RowCount == 0))
        {
            yield return difference;
        }

        SchemaDifference Of(SchemaDifferenceKind kind, SchemaChangeClass itsClass) =>
            new(kind, itsClass, table.Name, column.Name);
    }

    // A column that is still to be added has neither docstring nor encoding.
    private static IEnumerable<SchemaDifference> Details(
        TableSchema table, ColumnSchema column, StoredColumn? found, bool isEmpty)
    {
        string? docString = found is null ? "" : found.DocString;
        if (column.DocString is { } declared && docString is not null && declared != docString)
        {
            yield return new SchemaDifference(SchemaDifferenceKind.DocString, SchemaChangeClass.Safe, table.Name, column.Name)
            {
                Expected = SchemaComparer.Shown(declared),
                Found = SchemaComparer.Shown(docString),
                Commands = [TableCommands.AlterMergeColumnDocStrings(table)],
            };
        }

        string? encoding = found is null ? "" : found.Encoding;
        if (column.Encoding != KustoEncoding.Default
            && encoding is not null
            && !encoding.Equals(column.Encoding.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            bool isSafe = isEmpty || found is null;
            yield return new SchemaDifference(
                SchemaDifferenceKind.Encoding, isSafe ? SchemaChangeClass.Safe : SchemaChangeClass.NeedsCare, table.Name, column.Name)
            {
                Expected = column.Encoding.ToString(),
                Found = encoding.Length == 0 ? "the usual one" : encoding,
                Advice = isSafe ? null : "It holds for rows that are ingested from then on.",
                Commands = [TableCommands.AlterEncoding(table.Name, column)],
            };
        }
    }

    private static SchemaDifference Extra(TableSchema table, StoredColumn column) =>
        new(SchemaDifferenceKind.ColumnExtra, SchemaChangeClass.LosesData, table.Name, column.Name)
        {
            Found = column.Type,
            Advice = "It is left alone: others may write or read it.",
            Commands = [TableCommands.DropColumn(table.Name, column.Name)],
        };

    private static SchemaDifference? Order(TableSchema table, StoredTable found)
    {
        string[] names = [.. found.Columns.Select(column => column.Name)];
        string[] declared = [.. table.Columns.Select(column => column.Name).Where(name => names.Contains(name, StringComparer.Ordinal))];
        string[] stored = [.. names.Where(name => declared.Contains(name, StringComparer.Ordinal))];
        int first = declared.Zip(stored).TakeWhile(pair => pair.First == pair.Second).Count();
        return first == declared.Length
            ? null
            : new SchemaDifference(SchemaDifferenceKind.ColumnOrder, SchemaChangeClass.NeedsCare, table.Name)
            {
                Expected = string.Join(", ", declared.Skip(first)),
                Found = string.Join(", ", stored.Skip(first)),
                Advice = "It is left alone: the mapping goes by names, and reordering would drop columns that others add.",
            };
    }
}
