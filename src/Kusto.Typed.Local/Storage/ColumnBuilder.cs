namespace Kusto.Typed.Local.Storage;

/// <summary>
/// Gathers the values of one column. One that keeps nothing only lends its space for a value at a time.
/// </summary>
internal sealed class ColumnBuilder(bool keep)
{
    private readonly List<int> _ends = [];
    private byte[] _text = new byte[256];
    private int _length;
    private HashSet<int>? _nulls;

    /// <summary>
    /// Room for a value of at most <paramref name="bytes"/>; <see cref="Append(int)"/> says how long it is.
    /// </summary>
    public Span<byte> Reserve(int bytes)
    {
        if (_text.Length - _length < bytes)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + bytes));
        }

        return _text.AsSpan(_length);
    }

    /// <summary>Ends a value that was written into the reserved room.</summary>
    public void Append(int bytes)
    {
        if (keep)
        {
            _length += bytes;
            _ends.Add(_length);
        }
    }

    public void Append(ReadOnlySpan<byte> value)
    {
        if (keep)
        {
            value.CopyTo(Reserve(value.Length));
            Append(value.Length);
        }
    }

    public void AppendNull()
    {
        if (keep)
        {
            (_nulls ??= []).Add(_ends.Count);
            _ends.Add(_length);
        }
    }

    public ColumnText Build() => new(_text.AsSpan(0, _length).ToArray(), [.. _ends], _nulls);
}
