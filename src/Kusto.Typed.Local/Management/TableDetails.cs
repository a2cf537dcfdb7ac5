using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The answer to <c>.show table T details</c>. Policies are those that hold: the database's where the table has none.</summary>
internal static class TableDetails
{
    private static readonly ResultColumn[] s_columns =
    [
        .. ResultColumn.Strings("TableName", "DatabaseName", "Folder", "DocString"),
        new("TotalExtents", KustoType.Long),
        new("TotalExtentSize", KustoType.Real),
        new("TotalOriginalSize", KustoType.Real),
        new("TotalRowCount", KustoType.Long),
        new("HotExtents", KustoType.Long),
        new("HotExtentSize", KustoType.Real),
        new("HotOriginalSize", KustoType.Real),
        new("HotRowCount", KustoType.Long),
        .. ResultColumn.Strings(
            "AuthorizedPrincipals",
            "RetentionPolicy",
            "CachingPolicy",
            "ShardingPolicy",
            "MergePolicy",
            "StreamingIngestionPolicy",
            "IngestionBatchingPolicy"),
        new("MinExtentsCreationTime", KustoType.DateTime),
        new("MaxExtentsCreationTime", KustoType.DateTime),
        new("RowOrderPolicy", KustoType.String),
        new("TableId", KustoType.String),
    ];

    public static ResultTable Of(CommandContext context, IEnumerable<Table> tables) =>
        new(s_columns, [.. tables.Select(table => Row(context, table))]);

    // All rows are hot: they are in memory.
    private static object?[] Row(CommandContext context, Table table)
    {
        long extents = table.Extents.Count;
        double size = table.StoredBytes;
        double original = table.Extents.Sum(static extent => extent.RawBytes);
        return
        [
            table.Name, context.Database.Name, table.Folder, table.DocString,
            extents, size, original, table.RowCount,
            extents, size, original, table.RowCount,
            null, Policy("retention"), Policy("caching"), Policy("sharding"), Policy("merge"),
            Policy(StreamingPolicy.Kind), Policy(BatchingPolicy.Kind),
            extents == 0 ? null : table.Extents.Min(static extent => extent.CreatedOn),
            extents == 0 ? null : table.Extents.Max(static extent => extent.CreatedOn),
            Policy("roworder"), table.Id.ToString(),
        ];

        string Policy(string kind) =>
            table.Policies.GetValueOrDefault(kind) ?? context.Database.Policies.GetValueOrDefault(kind, "null");
    }
}
