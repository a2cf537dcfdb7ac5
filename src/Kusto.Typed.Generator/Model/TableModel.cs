using Kusto.Typed.Commands;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Model;

/// <summary>A row type as the assembly's list of tables sees it.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Type">The full name of the type that declares it.</param>
/// <param name="Json">The schema as JSON.</param>
/// <param name="Script">The commands that create the table, one a line.</param>
/// <param name="Lock">The table's part of a lock.</param>
/// <param name="Companion">The companion's full name; null where the list cannot name it.</param>
internal sealed record TableModel(
    string Name, string Type, string Json, EquatableArray<string> Script, string Lock, string? Companion)
{
    public static TableModel Of(RowModel row)
    {
        TableSchema table = row.ToSchema();
        return new TableModel(
            table.Name,
            row.FullName,
            table.ToJson(),
            new EquatableArray<string>([.. TableCommands.Script(table)]),
            LockText.Of(table.Name, row.Columns.Select(column => column.ToLocked())),
            row.IsReachable ? row.CompanionReference() : null);
    }
}
