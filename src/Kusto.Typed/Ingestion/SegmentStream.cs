using System.Buffers;

namespace Kusto.Typed.Ingestion;

/// <summary>Takes bytes into pooled segments of 256 KiB, so that no batch is ever copied to grow.</summary>
internal sealed class SegmentStream : Stream
{
    private const int SegmentBytes = 256 * 1024;

    private List<byte[]> _segments = [];
    private long _length;

    public override long Length => _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>A part of what was written, in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Slice(long start, long length)
    {
        long end = Math.Min(start + length, _length);
        for (long place = start; place < end;)
        {
            int offset = (int)(place % SegmentBytes);
            int part = (int)Math.Min(SegmentBytes - offset, end - place);
            yield return _segments[(int)(place / SegmentBytes)].AsMemory(offset, part);
            place += part;
        }
    }

    /// <summary>Hands over what was written so far; this stream is empty again.</summary>
    public SegmentStream Detach()
    {
        SegmentStream written = new() { _segments = _segments, _length = _length };
        _segments = [];
        _length = 0;
        return written;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int start = (int)(_length % SegmentBytes);
            if (start == 0)
            {
                _segments.Add(ArrayPool<byte>.Shared.Rent(SegmentBytes));
            }

            int part = Math.Min(buffer.Length, SegmentBytes - start);
            buffer[..part].CopyTo(_segments[^1].AsSpan(start));
            _length += part;
            buffer = buffer[part..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        foreach (byte[] segment in _segments)
        {
            ArrayPool<byte>.Shared.Return(segment);
        }

        _segments.Clear();
        _length = 0;
        base.Dispose(disposing);
    }
}
