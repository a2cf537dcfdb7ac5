using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>The fields of one record, which stay where they stand; used again for the next one.</summary>
internal sealed class CsvFields(CsvForm form)
{
    private RecordField[] _fields = new RecordField[32];
    private int[] _quoted = new int[32];
    private int _quotedCount;

    public int Count { get; private set; }

    public ReadOnlySpan<RecordField> Span => _fields.AsSpan(0, Count);

    /// <summary>True where quotes were halved, so that the bytes are not those that came.</summary>
    public bool IsHalved { get; private set; }

    /// <summary>The fields, and behind them some that are null.</summary>
    public ReadOnlySpan<RecordField> And(int nulls)
    {
        Reserve(Count + nulls);
        _fields.AsSpan(Count, nulls).Fill(new RecordField(0, 0, isNull: true));
        return _fields.AsSpan(0, Count + nulls);
    }

    /// <summary>Takes the fields of the record that begins at a place, with their quotes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="ends">Where fields end, this record's first; one of them is a line end.</param>
    /// <returns>Where the record ends.</returns>
    public int Take(byte[] bytes, int start, ReadOnlySpan<int> ends)
    {
        Count = 0;
        IsHalved = false;
        _quotedCount = 0;
        while (!TryTake(ref MemoryMarshal.GetArrayDataReference(bytes), ref start, in ends[0]))
        {
            Reserve(2 * Count);
        }

        return start - 1;
    }

    /// <summary>Takes off the quotes around fields, and makes one of two inside of them.</summary>
    public void TakeQuotes(byte[] bytes)
    {
        foreach (int place in _quoted.AsSpan(0, form.HasQuotes ? _quotedCount : 0))
        {
            RecordField field = _fields[place];
            Span<byte> text = bytes.AsSpan(field.Start + 1, field.Length - 2);
            int length = QuoteHalving.Halve(text);
            IsHalved |= length < text.Length;
            _fields[place] = RecordField.OfText(field.Start + 1, length);
        }
    }

    /// <summary>Makes two quotes of each inside of quotes again, for whoever wants the record as it came.</summary>
    public void GiveQuotesBack(byte[] bytes, ReadOnlySpan<int> ends)
    {
        foreach (int place in _quoted.AsSpan(0, IsHalved ? _quotedCount : 0))
        {
            RecordField field = _fields[place];
            QuoteHalving.Undo(bytes.AsSpan(field.Start, ends[place] - 1 - field.Start), field.Length);
        }

        IsHalved = false;
    }

    // False where there is no room for more of them. Nothing is called in the loop, so that all of it stays in
    // registers: with a call in it for those in quotes, a Telemetry row took 5 ns more.
    private bool TryTake(ref byte bytes, ref int start, ref readonly int ends)
    {
        ref RecordField fields = ref MemoryMarshal.GetArrayDataReference(_fields);
        ref int quoted = ref MemoryMarshal.GetArrayDataReference(_quoted);
        int separator = form.Separator;
        int most = _fields.Length;
        int count = Count;
        int quotes = _quotedCount;
        int first = start;
        bool isLast = false;
        while (count < most && !isLast)
        {
            int end = Unsafe.Add(ref Unsafe.AsRef(in ends), count);
            Unsafe.Add(ref fields, count) = RecordField.OfText(first, end - first);

            // Stored in any case, and kept where it is one.
            Unsafe.Add(ref quoted, quotes) = count;
            quotes += Unsafe.Add(ref bytes, first) == '"' ? 1 : 0;
            isLast = Unsafe.Add(ref bytes, end) != separator;
            first = end + 1;
            count++;
        }

        start = first;
        Count = count;
        _quotedCount = quotes;
        return isLast;
    }

    // There are as many places of quoted fields as there are fields.
    private void Reserve(int count)
    {
        if (count > _fields.Length)
        {
            Array.Resize(ref _fields, Math.Max(count, 2 * _fields.Length));
            Array.Resize(ref _quoted, _fields.Length);
        }
    }
}
