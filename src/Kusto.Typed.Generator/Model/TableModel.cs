namespace Kusto.Typed.Generator.Model;

/// <summary>A row type as the assembly's list of tables sees it.</summary>
/// <param name="Json">The schema as JSON.</param>
/// <param name="Lock">The table's part of a lock.</param>
/// <param name="Companion">The companion's full name; null where the list cannot name it.</param>
internal sealed record TableModel(string Json, string Lock, string? Companion)
{
    public static TableModel Of(RowModel row) => new(
        row.ToSchema().ToJson(),
        LockText.Of(row.Table.Name, row.Columns.Select(column => column.ToLocked())),
        row.IsReachable ? row.CompanionReference() : null);
}
