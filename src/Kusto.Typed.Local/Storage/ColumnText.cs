namespace Kusto.Typed.Local.Storage;

/// <summary>The values of one column of one extent: canonical UTF-8 end to end, and where each value ends.</summary>
internal sealed class ColumnText
{
    private readonly byte[] _text;
    private readonly int[] _ends;
    private readonly HashSet<int>? _nulls;

    public ColumnText(byte[] text, int[] ends, HashSet<int>? nulls)
    {
        _text = text;
        _ends = ends;
        _nulls = nulls;
    }

    public long Bytes => _text.Length + (sizeof(int) * (long)_ends.Length);

    public bool IsNull(int row) => _nulls is not null && _nulls.Contains(row);

    public ReadOnlySpan<byte> this[int row] => _text.AsSpan(Start(row).._ends[row]);

    private int Start(int row) => row == 0 ? 0 : _ends[row - 1];
}
