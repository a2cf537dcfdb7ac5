namespace Kusto.Typed.Local.Storage;

/// <summary>A column; extents know it by its id, so that renaming keeps values and dropping loses them.</summary>
internal sealed record Column(int Id, string Name, KustoType Type, string? DocString = null)
{
    private const int Mebibyte = 1024 * 1024;

    private static int s_lastId;

    /// <summary>How values are encoded; <see cref="ColumnEncoding.Null"/>: as is usual for the type.</summary>
    public ColumnEncoding Encoding { get; init; }

    /// <summary>The longest value of a string or a dynamic column, in bytes of UTF-8.</summary>
    public int MaxValueBytes =>
        Encoding switch
        {
            ColumnEncoding.BigObject => 2 * Mebibyte,
            ColumnEncoding.BigObject32 => 32 * Mebibyte,
            _ => Mebibyte,
        };

    public static Column New(string name, KustoType type) => new(Interlocked.Increment(ref s_lastId), name, type);
}

/// <summary>The encodings of a column, by Kusto's own names.</summary>
internal enum ColumnEncoding
{
    Null,
    Identifier,
    BigObject,
    BigObject32,
    Vector16,
}
