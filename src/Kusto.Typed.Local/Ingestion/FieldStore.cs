using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>Puts fields into a column as Kusto does: what does not fit becomes null, and here a warning too.</summary>
internal sealed class FieldStore(Column column, MappingTransform transform, bool keep, WarningList warnings)
{
    private readonly ColumnBuilder _values = new(keep);
    private readonly ArrayBufferWriter<byte>? _json =
        column.Type == KustoType.Dynamic ? new ArrayBufferWriter<byte>() : null;

    public KeyValuePair<int, ColumnText> Build() => new(column.Id, _values.Build());

    /// <summary>Stores null; in a string column, which has none, the empty string.</summary>
    public void AddNull()
    {
        if (column.Type == KustoType.String)
        {
            _values.Append([]);
        }
        else
        {
            _values.AppendNull();
        }
    }

    public void Add(ReadOnlySpan<byte> field, bool quoted, long recordNumber)
    {
        if (field.IsEmpty)
        {
            if (quoted && column.Type != KustoType.String)
            {
                warnings.Add(LocalWarningKind.QuotedEmptyValue, recordNumber, column.Name);
            }

            AddNull();
        }
        else if (column.Type == KustoType.String)
        {
            AddString(field, recordNumber);
        }
        else if (column.Type == KustoType.Dynamic)
        {
            AddDynamic(field, recordNumber);
        }
        else
        {
            AddScalar(field, recordNumber);
        }
    }

    /// <summary>Stores a number that is not in the record: the record's own.</summary>
    public void Add(long value)
    {
        Span<byte> room = _values.Reserve(CanonicalText.LongestScalar);
        Utf8Formatter.TryFormat(value, room, out int written);
        _values.Append(written);
    }

    private void AddScalar(ReadOnlySpan<byte> field, long recordNumber)
    {
        Span<byte> room = _values.Reserve(CanonicalText.LongestScalar);
        bool taken = transform.IsUnixTime()
            ? UnixTimeText.TryWrite(transform, field, room, out int written)
            : CanonicalText.TryWrite(column.Type, field, room, out written);
        if (taken)
        {
            _values.Append(written);
        }
        else
        {
            Warn(LocalWarningKind.UnparsableValue, recordNumber, field);
            _values.AppendNull();
        }
    }

    private void AddString(ReadOnlySpan<byte> field, long recordNumber)
    {
        ReadOnlySpan<byte> text = Valid(field, recordNumber);
        if (text.Contains((byte)0))
        {
            Warn(LocalWarningKind.NulCharacter, recordNumber, text);
        }

        if (text.Length > column.MaxValueBytes)
        {
            Warn(LocalWarningKind.StringTruncated, recordNumber, text);
            text = text[..RuneBoundary(text, column.MaxValueBytes)];
        }

        _values.Append(text);
    }

    private void AddDynamic(ReadOnlySpan<byte> field, long recordNumber)
    {
        ArrayBufferWriter<byte> json = _json!; // a dynamic column has one
        json.ResetWrittenCount();
        ReadOnlySpan<byte> text = Valid(field, recordNumber);
        if (text.Length > column.MaxValueBytes)
        {
            Warn(LocalWarningKind.DynamicTooLarge, recordNumber, text);
            _values.AppendNull();
            return;
        }

        if (!DynamicText.TryWrite(text, json, out bool rounded))
        {
            Warn(LocalWarningKind.MalformedJson, recordNumber, text);
            json.ResetWrittenCount();
            DynamicText.WriteAsString(text, json);
        }

        if (rounded)
        {
            Warn(LocalWarningKind.DynamicNumberRounded, recordNumber, text);
        }

        if (json.WrittenSpan.SequenceEqual("null"u8))
        {
            _values.AppendNull();
        }
        else
        {
            _values.Append(json.WrittenSpan);
        }
    }

    private ReadOnlySpan<byte> Valid(ReadOnlySpan<byte> field, long recordNumber)
    {
        if (Utf8.IsValid(field))
        {
            return field;
        }

        Warn(LocalWarningKind.InvalidUtf8, recordNumber, field);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(field));
    }

    private void Warn(LocalWarningKind kind, long recordNumber, ReadOnlySpan<byte> field) =>
        warnings.Add(kind, recordNumber, column.Name, field);

    // The greatest length within the limit that does not end amid a rune: continuation bytes are 10xxxxxx.
    private static int RuneBoundary(ReadOnlySpan<byte> text, int limit)
    {
        int length = limit;
        while (length > 0 && (text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return length;
    }
}
