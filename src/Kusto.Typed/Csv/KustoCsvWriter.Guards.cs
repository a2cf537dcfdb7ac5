using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Csv;

// What is done about a value that does not fit, as the policy says. Nothing here runs for one that does.
public ref partial struct KustoCsvWriter
{
    private const string HalfPairProblem = "the text contains half of a surrogate pair, which UTF-8 has no form for.";

    private readonly bool Replaces => _buffer.Policy == ValuePolicy.Replace;

    /// <summary>The value of the column that the record has come to cannot be written: null stands in for it.</summary>
    /// <exception cref="KustoRowException">The policy replaces nothing.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Refuse(string problem, Exception? inner = null)
    {
        CountReplaced(problem, inner);
        EndField(0);
    }

    /// <summary>What went wrong with the record that has begun, with the name of the column it had come to.</summary>
    internal readonly KustoRowException FieldProblem(string problem, Exception? inner = null) =>
        new(problem, _buffer.RowIndex, Column()?.Name, inner) { IsRefusedByWriter = true };

    /// <summary>The same for what is not the writer's own, as what a property throws.</summary>
    internal readonly KustoRowException ForeignProblem(Exception exception) => new(
        $"the value could not be taken or written ({exception.GetType().Name}).",
        _buffer.RowIndex,
        Column()?.Name,
        exception);

    private readonly KustoRowException TooLarge() =>
        new(
            $"the record has more than {CsvLimits.MaxRecordBytes} bytes, the most that Kusto takes.",
            _buffer.RowIndex,
            columnName: null) { IsRefusedByWriter = true };

    private readonly void CountReplaced(string problem, Exception? inner = null)
    {
        if (!Replaces)
        {
            throw FieldProblem(problem, inner);
        }

        _buffer.ValuesReplaced++;
    }

    private readonly bool IsTooLong(long bytes) => bytes > CsvLimits.MaxValueBytes && bytes > MaxValueBytes();

    private void RefuseTooLong() => Refuse(TooLongProblem());

    // A text that is too long or has half of a surrogate pair in it: what can be kept of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteMended(scoped ReadOnlySpan<char> text, string problem)
    {
        CountReplaced(problem);
        int room = (int)Math.Min(MaxValueBytes(), text.Length * 3L);
        byte[] kept = ArrayPool<byte>.Shared.Rent(room);

        // It stops where the next whole character has no room.
        Utf8.FromUtf16(text, kept.AsSpan(0, room), out _, out int length);
        EnsureMore((length * 2) + 3);
        EndField(CsvText.WriteQuoted(kept.AsSpan(0, length), Rest));
        ArrayPool<byte>.Shared.Return(kept);
    }

    private readonly string TooLongProblem() =>
        $"the value has more than {MaxValueBytes()} bytes of UTF-8, the most that Kusto keeps.";

    private readonly int MaxValueBytes() =>
        Column() is { } column ? CsvLimits.MaxValueBytesOf(column) : CsvLimits.MaxValueBytes;

    // Counted only here: every field that is done has left one separator behind it outside of quotes.
    private readonly ColumnSchema? Column()
    {
        int ordinal = 0;
        bool quoted = false;
        foreach (byte part in _bytes[_recordStart..Math.Min(_position, _bytes.Length)])
        {
            quoted ^= part == (byte)'"';
            ordinal += part == (byte)',' && !quoted ? 1 : 0;
        }

        return _buffer.Table.Columns.FirstOrDefault(column => column.Ordinal == ordinal);
    }
}
