using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The answer to <c>.show database D schema</c>: a row for each column, and one for each table.</summary>
internal static class SchemaResults
{
    private static readonly ResultColumn[] s_columns =
    [
        .. ResultColumn.Strings("DatabaseName", "TableName", "ColumnName", "ColumnType"),
        new("IsDefaultTable", KustoType.Bool),
        new("IsDefaultColumn", KustoType.Bool),
        .. ResultColumn.Strings("PrettyName", "Version", "Folder", "DocString"),
    ];

    public static ResultTable Of(DatabaseStore database) =>
        new(
            s_columns,
            [
                .. database.Tables.Values.SelectMany(table => table.Columns
                    .Select(column => Row(
                        database, table.Name, column.Name, SchemaJson.SystemType(column.Type), null, column.DocString))
                    .Prepend(Row(database, table.Name, null, null, table.Folder, table.DocString))),
            ]);

    private static object?[] Row(
        DatabaseStore database, string table, string? column, string? type, string? folder, string? docString) =>
        [database.Name, table, column, type, false, false, null, database.Version, folder, docString];
}
