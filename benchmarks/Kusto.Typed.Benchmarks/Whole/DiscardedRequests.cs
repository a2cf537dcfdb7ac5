using System.Buffers.Text;
using System.Text;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>The requests of a connection, read to the end of each body and forgotten.</summary>
internal sealed class DiscardedRequests(Stream stream)
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads one.</summary>
    /// <returns>False where the client has closed the connection.</returns>
    public async Task<bool> ReadAsync()
    {
        long body = 0;
        bool chunked = false;
        int line;
        while ((line = await FindLineAsync()) > 0)
        {
            body = Number(line, "content-length:"u8, 'D') ?? body;
            chunked |= Number(line, "transfer-encoding:"u8, 'D') is not null;
            _start += line + 2;
        }

        if (line < 0)
        {
            return false;
        }

        _start += 2;
        return chunked ? await SkipChunksAsync() : await SkipAsync(body);
    }

    // Each chunk is its length in hexadecimal digits, a line end, so many bytes, a line end; the last is empty.
    private async Task<bool> SkipChunksAsync()
    {
        for (long chunk = 1; chunk > 0;)
        {
            int line = await FindLineAsync();
            if (line < 0)
            {
                return false;
            }

            chunk = Number(line, default, 'x') ?? 0;
            _start += line + 2;
            if (!await SkipAsync(chunk + 2))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> SkipAsync(long count)
    {
        while (count > _end - _start)
        {
            count -= _end - _start;
            _start = _end;
            if (!await FillAsync())
            {
                return false;
            }
        }

        _start += (int)count;
        return true;
    }

    // The length of the line that begins where we are; less than zero where the connection ends first.
    private async Task<int> FindLineAsync()
    {
        int line;
        while ((line = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return -1;
            }
        }

        return line;
    }

    // What has been looked at is forgotten.
    private async Task<bool> FillAsync()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int read = await stream.ReadAsync(_buffer.AsMemory(_end));
        _end += read;
        return read > 0;
    }

    // What stands after the name if the line begins with it: a number, or 0 for what is none.
    private long? Number(int line, ReadOnlySpan<byte> name, char format)
    {
        ReadOnlySpan<byte> text = _buffer.AsSpan(_start, line);
        return text.Length < name.Length || !Ascii.EqualsIgnoreCase(text[..name.Length], name)
            ? null
            : Utf8Parser.TryParse(text[name.Length..].Trim((byte)' '), out long value, out _, format) ? value : 0;
    }
}
