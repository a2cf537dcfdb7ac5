using System.Buffers;
using System.Text.Json;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Query;

/// <summary>The fields of one row as texts, copied out of its JSON; used again for the next row.</summary>
internal sealed class RecordBuffer : IDisposable
{
    private byte[] _text = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;
    private RecordField[] _fields = [];
    private int _count;

    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    public ReadOnlySpan<RecordField> Fields => _fields.AsSpan(0, _count);

    /// <summary>Reads the row whose opening bracket the reader stands on.</summary>
    /// <returns>False where not all of the row is there.</returns>
    /// <exception cref="JsonException">The row does not have a value for each column.</exception>
    public bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ResultColumns columns)
    {
        _length = 0;
        _count = 0;
        if (_fields.Length < columns.Count)
        {
            _fields = new RecordField[columns.Count];
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return _count == columns.Count
                    ? true
                    : throw new JsonException($"A row has {_count} values and the result {columns.Count} columns.");
            }

            if (_count == columns.Count)
            {
                throw new JsonException($"A row has more values than the result has columns, which are {columns.Count}.");
            }

            if (!TryAdd(ref reader, json, columns.IsDynamic(_count)))
            {
                return false;
            }
        }

        return false;
    }

    public void Dispose()
    {
        byte[] text = _text;
        _text = [];
        _length = 0;
        if (text.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    private bool TryAdd(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, bool isDynamic)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                _fields[_count++] = new RecordField(_length, 0, isNull: true);
                return true;
            case JsonTokenType.String:
                AddString(ref reader, json, isDynamic);
                return true;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                int start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    return false;
                }

                Add(json[start..(int)reader.BytesConsumed]);
                return true;
            default:
                // Numbers keep the digits that the service wrote.
                Add(reader.ValueSpan);
                return true;
        }
    }

    private void AddString(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, bool isDynamic)
    {
        int start = _length;
        Span<byte> target = Reserve(reader.ValueSpan.Length);
        try
        {
            int length = reader.CopyString(target);
            if (isDynamic && !IsJsonContainer(target[..length]))
            {
                Add(json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
                return;
            }

            _length += length;
            _fields[_count++] = new RecordField(start, length, isNull: false);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A string holds half of a surrogate pair.", exception);
        }
    }

    // A dynamic object or array may come as JSON or as a string of JSON text; both are the same value.
    private static bool IsJsonContainer(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'{' or (byte)'[', ..])
        {
            return false;
        }

        Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        int start = _length;
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
        _fields[_count++] = new RecordField(start, text.Length, isNull: false);
    }

    private Span<byte> Reserve(int length)
    {
        if (_text.Length - _length < length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + length, _text.Length * 2));
            Text.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_text);
            _text = larger;
        }

        return _text.AsSpan(_length);
    }
}
