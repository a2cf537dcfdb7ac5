using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kusto.Typed.Query;

/// <summary>JSON read token by token, or row by row, while it still arrives.</summary>
/// <remarks>
/// What is held in memory is one token, or one row, and what came with it. A read that lacks bytes changes nothing: it
/// is done again when there are more.
/// </remarks>
internal sealed class JsonStream(Stream stream, int bufferSize = 32 * 1024) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
    private int _start;
    private int _end;
    private bool _isComplete;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 512 });

    public JsonTokenType Token { get; private set; }

    /// <summary>The text of the token, where it is a name, a string or a number.</summary>
    public string Text { get; private set; } = "";

    public ValueTask<JsonTokenType> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(wantsText: true, cancellationToken);

    /// <summary>Reads over the next value, however long it is.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        int depth = 0;
        do
        {
            JsonTokenType token = await ReadAsync(wantsText: false, cancellationToken).ConfigureAwait(false);
            depth += token switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0);
    }

    /// <summary>Reads the next value as it stands; all of it is held in memory.</summary>
    public async ValueTask<byte[]> CaptureAsync(CancellationToken cancellationToken)
    {
        byte[]? value;
        while ((value = TryCapture()) is null)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return value;
    }

    public async ValueTask<JsonElement> ReadElementAsync(CancellationToken cancellationToken)
    {
        byte[] value = await CaptureAsync(cancellationToken).ConfigureAwait(false);
        using JsonDocument document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    /// <summary>Reads the next row into the record, or the end of the rows, or what stands in place of a row.</summary>
    public RowRead TryReadRow(RecordBuffer record, ResultColumns columns)
    {
        Utf8JsonReader reader = Reader();
        if (!reader.Read())
        {
            return RowRead.Incomplete;
        }

        RowRead read = reader.TokenType switch
        {
            JsonTokenType.EndArray => RowRead.End,
            JsonTokenType.StartObject => RowRead.Error,
            JsonTokenType.StartArray =>
                record.TryRead(ref reader, Unread, columns) ? RowRead.Row : RowRead.Incomplete,
            _ => throw new JsonException("A row is neither an array nor an error."),
        };
        if (read is RowRead.End or RowRead.Row)
        {
            Accept(in reader);
        }

        return read;
    }

    /// <exception cref="JsonException">There is no more.</exception>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_isComplete)
        {
            throw new JsonException("The answer is over before its JSON is.");
        }

        MakeRoom();
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isComplete = read == 0;
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        stream.Dispose();
    }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    private Utf8JsonReader Reader() => new(Unread, _isComplete, _state);

    private void Accept(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private async ValueTask<JsonTokenType> ReadAsync(bool wantsText, CancellationToken cancellationToken)
    {
        while (!TryRead(wantsText))
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return Token;
    }

    private bool TryRead(bool wantsText)
    {
        Utf8JsonReader reader = Reader();
        if (!reader.Read())
        {
            return false;
        }

        Token = reader.TokenType;
        Text = Token switch
        {
            JsonTokenType.PropertyName or JsonTokenType.String when wantsText => reader.GetString()!,
            JsonTokenType.Number when wantsText => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        };
        Accept(in reader);
        return true;
    }

    private byte[]? TryCapture()
    {
        Utf8JsonReader reader = Reader();
        if (!reader.Read())
        {
            return null;
        }

        int start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return null;
        }

        byte[] value = Unread[start..(int)reader.BytesConsumed].ToArray();
        Accept(in reader);
        return value;
    }

    private void MakeRoom()
    {
        int length = _end - _start;
        if (_end < _buffer.Length)
        {
            return;
        }

        // Doubled, so that a long row is scanned again only a few times.
        byte[] target = length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2)) : _buffer;
        Unread.CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _start = 0;
        _end = length;
    }
}
