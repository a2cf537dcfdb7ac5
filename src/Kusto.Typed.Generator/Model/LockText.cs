namespace Kusto.Typed.Generator.Model;

/// <summary>How a lock spells a table and its columns.</summary>
internal static class LockText
{
    public const string TablePrefix = "table ";
    public const string ColumnPrefix = "    ";
    public const string TypeSeparator = ": ";
    public const char Comment = '#';

    /// <summary>What stands behind the type of a column in which rows may have a null.</summary>
    public const char NullMark = '?';

    /// <summary>A line for the table, and one for each column.</summary>
    public static string Of(string table, IEnumerable<LockedColumnModel> columns) =>
        string.Join("\n", columns.Select(Line).Prepend(TablePrefix + table));

    private static string Line(LockedColumnModel column) =>
        ColumnPrefix + column.Name + TypeSeparator + column.Type + (column.ReadsNull ? NullMark.ToString() : "");
}
