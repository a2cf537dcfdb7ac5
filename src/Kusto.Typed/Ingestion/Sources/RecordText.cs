using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>
/// The fields of one record as a <see cref="KustoRecordReader"/> wants them: where they stand, until one is replaced.
/// </summary>
internal sealed class RecordText(CsvRecordScanner records)
{
    private byte[] _text = [];
    private int _length;
    private RecordField[] _fields = [];
    private bool _isCopied;
    private int _missing;

    /// <summary>Goes on to the record that was read, with so many fields behind its own that are null.</summary>
    public void Take(int missing)
    {
        _missing = missing;
        _isCopied = false;
    }

    public ReadOnlySpan<byte> this[int place] => Text.Slice(Fields[place].Start, Fields[place].Length);

    /// <summary>True where all fields keep their rules at a glance, as nearly all do; empty ones have none.</summary>
    public bool ArePlain(RuledField[] ruled)
    {
        ReadOnlySpan<byte> text = records.Text;
        ReadOnlySpan<RecordField> fields = records.Fields;
        foreach (RuledField rule in ruled)
        {
            RecordField field = fields[rule.Place];
            bool isPlain = field.IsNull
                || (rule.Type == KustoType.Real
                    ? records.IsFreeOf((byte)',', field)
                    : ShortTime.HasForm(text.Slice(field.Start, field.Length)));
            if (!isPlain)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<byte> Text => _isCopied ? _text : records.Text;

    private ReadOnlySpan<RecordField> Fields => _isCopied ? _fields : records.FieldsAnd(_missing);

    public KustoRecordReader Reader(RecordBinding binding) =>
        new(binding, Text, Fields, rowIndex: -1, isAscii: records.IsAscii);

    /// <summary>Puts another text, of ASCII, in the place of a field.</summary>
    public void Replace(int place, string text)
    {
        if (!_isCopied)
        {
            Copy();
        }

        _fields[place] = Append(Encoding.ASCII.GetBytes(text), isNull: false);
    }

    private void Copy()
    {
        ReadOnlySpan<RecordField> fields = Fields;
        ReadOnlySpan<byte> whole = Text;
        _length = 0;
        _fields = fields.ToArray();
        for (int place = 0; place < fields.Length; place++)
        {
            RecordField field = fields[place];
            _fields[place] = Append(whole.Slice(field.Start, field.Length), field.IsNull);
        }

        _isCopied = true;
    }

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
