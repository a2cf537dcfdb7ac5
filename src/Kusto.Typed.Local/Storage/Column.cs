namespace Kusto.Typed.Local.Storage;

/// <summary>A column; extents know it by its id, so that renaming keeps values and dropping loses them.</summary>
internal sealed record Column(int Id, string Name, KustoType Type, string? DocString = null)
{
    private static int s_lastId;

    public static Column New(string name, KustoType type) => new(Interlocked.Increment(ref s_lastId), name, type);
}
