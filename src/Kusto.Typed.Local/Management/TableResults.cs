using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>Tables as the rows of an answer.</summary>
internal static class TableResults
{
    private static readonly ResultColumn[] s_withSchema =
        ResultColumn.Strings("TableName", "Schema", "DatabaseName", "Folder", "DocString");

    private static readonly ResultColumn[] s_listed =
        ResultColumn.Strings("TableName", "DatabaseName", "Folder", "DocString");

    public static ResultTable WithSchema(CommandContext context, Table table) =>
        WithSchema(context, table, SchemaJson.Of(table));

    public static ResultTable WithCslSchema(CommandContext context, Table table) =>
        WithSchema(
            context,
            table,
            string.Join(',', table.Columns.Select(static column => $"{column.Name}:{column.Type.ToKusto()}")));

    public static ResultTable Listed(CommandContext context, IEnumerable<Table> tables) =>
        new(
            s_listed,
            [.. tables.Select(table => (object?[])[table.Name, context.Database.Name, table.Folder, table.DocString])]);

    /// <summary>The tables that are left, as <c>.drop</c> answers.</summary>
    public static ResultTable Remaining(CommandContext context) =>
        new(
            ResultColumn.Strings("TableName", "DatabaseName"),
            [.. context.Database.Tables.Keys.Select(name => (object?[])[name, context.Database.Name])]);

    private static ResultTable WithSchema(CommandContext context, Table table, string schema) =>
        new(s_withSchema, [[table.Name, schema, context.Database.Name, table.Folder, table.DocString]]);
}
