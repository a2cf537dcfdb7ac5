using System.Reflection;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Objects seen as a data reader sees them: a name and a boxed value a column, by reflection.</summary>
internal sealed class ObjectDataReader<TRow>(TRow[] rows)
{
    private static readonly PropertyInfo[] s_properties = typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance);
    private int _row = -1;

    public static int FieldCount => s_properties.Length;

    public bool Read() => ++_row < rows.Length;

    public object GetValue(int column) => s_properties[column].GetValue(rows[_row]) ?? DBNull.Value;
}
