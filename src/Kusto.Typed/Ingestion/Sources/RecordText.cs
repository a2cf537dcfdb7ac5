using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The fields of one record in one piece, as a <see cref="KustoRecordReader"/> wants them; used again.</summary>
internal sealed class RecordText
{
    private byte[] _text = new byte[4096];
    private int _length;
    private RecordField[] _fields = new RecordField[16];

    public int Count { get; private set; }

    public void Clear()
    {
        _length = 0;
        Count = 0;
    }

    /// <summary>Adds a field; null: one that is not there.</summary>
    public void Add(ReadOnlySpan<byte> text, bool isNull)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, _fields.Length * 2);
        }

        _fields[Count++] = Append(text, isNull);
    }

    public ReadOnlySpan<byte> this[int place] => _text.AsSpan(_fields[place].Start, _fields[place].Length);

    public KustoRecordReader Reader(RecordBinding binding) =>
        new(binding, _text.AsSpan(0, _length), _fields.AsSpan(0, Count), rowIndex: -1);

    /// <summary>Puts another text in the place of a field.</summary>
    public void Replace(int place, string text) => _fields[place] = Append(Encoding.UTF8.GetBytes(text), isNull: false);

    private RecordField Append(ReadOnlySpan<byte> text, bool isNull)
    {
        if (_text.Length - _length < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        RecordField field = new(_length, text.Length, isNull);
        _length += text.Length;
        return field;
    }
}
