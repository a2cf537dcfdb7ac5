using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The extents of a table, as the rows of an answer.</summary>
internal static class ExtentResults
{
    /// <summary>Answers <c>.show table T extents</c>.</summary>
    public static ResultTable Of(CommandContext context, Table table) => new(
        [
            new("ExtentId", KustoType.Guid),
            .. ResultColumn.Strings("DatabaseName", "TableName"),
            new("MaxCreatedOn", KustoType.DateTime),
            new("OriginalSize", KustoType.Real),
            new("ExtentSize", KustoType.Real),
            new("RowCount", KustoType.Long),
            new("MinCreatedOn", KustoType.DateTime),
            .. ResultColumn.Strings("Tags"),
        ],
        [
            .. table.Extents.Select(extent => (object?[])
            [
                extent.Id, context.Database.Name, table.Name, extent.CreatedOn, (double)extent.RawBytes, (double)extent.Bytes,
                (long)extent.RowCount, extent.CreatedOn, string.Join("\r\n", extent.Tags),
            ]),
        ]);
}
