using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands;

/// <summary>The management commands of a table: each one line, every name and text quoted.</summary>
public static class TableCommands
{
    /// <summary>Creates the table, or adds the columns it lacks at its end; never drops or retypes one.</summary>
    public static string CreateMerge(TableSchema table) =>
        $".create-merge table {KustoText.Name(table.Name)} ({string.Join(", ", table.Columns.Select(Declaration))})";

    /// <summary>Creates the table's CSV mapping, or replaces the one of that name.</summary>
    public static string CreateOrAlterMapping(TableSchema table) =>
        $".create-or-alter table {KustoText.Name(table.Name)} ingestion csv mapping "
        + $"{KustoText.Literal(table.Mapping.Name)} {KustoText.JsonLiteral(table.Mapping.ToJson())}";

    /// <summary>Lists the table's CSV mappings.</summary>
    public static string ShowCsvMappings(string table) => $".show table {KustoText.Name(table)} ingestion csv mappings";

    /// <summary>Lists the tables of the database.</summary>
    public static string ShowTables() => ".show tables";

    /// <summary>Shows the table's columns.</summary>
    public static string ShowSchema(string table) => $".show table {KustoText.Name(table)} schema as json";

    /// <summary>Renames a column; its values stay.</summary>
    public static string RenameColumn(string table, string column, string name) =>
        $".rename column {KustoText.Name(table)}.{KustoText.Name(column)} to {KustoText.Name(name)}";

    /// <summary>Gives a column another type; its values are null from then on, for ever.</summary>
    public static string AlterColumnType(string table, ColumnSchema column) =>
        $".alter column {KustoText.Name(table)}.{KustoText.Name(column.Name)} type={column.Type.ToKusto()}";

    /// <summary>Drops a column with its values.</summary>
    public static string DropColumn(string table, string column) =>
        $".drop column {KustoText.Name(table)}.{KustoText.Name(column)}";

    /// <summary>Exchanges the names of two tables at once.</summary>
    public static string SwapTables(string table, string other) =>
        $".rename tables {KustoText.Name(table)}={KustoText.Name(other)}, {KustoText.Name(other)}={KustoText.Name(table)}";

    /// <summary>Shows a policy as it is set on the table itself.</summary>
    public static string ShowPolicy(string table, TablePolicy policy) =>
        $".show table {KustoText.Name(table)} policy {policy.CommandName}";

    /// <summary>Shows how the values of a column are kept.</summary>
    public static string ShowEncoding(string table, string column) =>
        $".show column {KustoText.Name(table)}.{KustoText.Name(column)} policy encoding";

    /// <summary>Shows what the table holds, its number of rows among it.</summary>
    public static string ShowDetails(string table) => $".show table {KustoText.Name(table)} details";

    /// <summary>Sets the docstring of the table.</summary>
    public static string AlterDocString(string table, string docString) =>
        $".alter table {KustoText.Name(table)} docstring {KustoText.Literal(docString)}";

    /// <summary>Sets the folder of the table.</summary>
    public static string AlterFolder(string table, string folder) =>
        $".alter table {KustoText.Name(table)} folder {KustoText.Literal(folder)}";

    /// <summary>Sets the docstrings of the columns that declare one; those of other columns stay.</summary>
    public static string AlterMergeColumnDocStrings(TableSchema table) =>
        $".alter-merge table {KustoText.Name(table.Name)} column-docstrings ("
        + string.Join(
            ", ",
            table.Columns
                .Where(column => column.DocString is not null)
                .Select(column => $"{KustoText.Name(column.Name)}:{KustoText.Literal(column.DocString!)}"))
        + ")";

    /// <summary>Sets a policy of the table in place of what was declared before.</summary>
    public static string AlterPolicy(string table, TablePolicy policy) =>
        $".alter table {KustoText.Name(table)} policy {policy.CommandName} "
        + (policy.Kind == PolicyKind.RowOrder
            ? $"({string.Join(", ", policy.Columns.Select(RowOrder))})"
            : policy.Argument ?? KustoText.JsonLiteral(policy.Json));

    /// <summary>Sets how the values of a column are kept, for rows that come later.</summary>
    public static string AlterEncoding(string table, ColumnSchema column) =>
        $".alter column {KustoText.Name(table)}.{KustoText.Name(column.Name)} policy encoding type='{column.Encoding}'";

    /// <summary>Makes the nodes of the engine read the table's schema and mappings anew.</summary>
    public static string ClearStreamingIngestionCache(string table) =>
        $".clear table {KustoText.Name(table)} cache streamingingestion schema";

    /// <summary>Drops the table with its rows; nothing happens where there is none.</summary>
    public static string DropIfExists(string table) => $".drop table {KustoText.Name(table)} ifexists";

    /// <summary>Everything the type declares, in the order to run it in: safe to run again.</summary>
    public static IEnumerable<string> Script(TableSchema table)
    {
        yield return CreateMerge(table);
        if (table.DocString is not null)
        {
            yield return AlterDocString(table.Name, table.DocString);
        }

        if (table.Folder is not null)
        {
            yield return AlterFolder(table.Name, table.Folder);
        }

        if (table.Columns.Any(column => column.DocString is not null))
        {
            yield return AlterMergeColumnDocStrings(table);
        }

        foreach (ColumnSchema column in table.Columns.Where(column => column.Encoding != KustoEncoding.Default))
        {
            yield return AlterEncoding(table.Name, column);
        }

        yield return CreateOrAlterMapping(table);
        foreach (TablePolicy policy in table.Policies)
        {
            yield return AlterPolicy(table.Name, policy);
        }
    }

    private static string RowOrder(PolicyColumn key) =>
        KustoText.Name(key.Name) + (key.IsDescending ? " desc" : " asc");

    private static string Declaration(ColumnSchema column) =>
        $"{KustoText.Name(column.Name)}:{column.Type.ToKusto()}";
}
