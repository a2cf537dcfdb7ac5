using System.IO.Compression;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>A stream whose first bytes have been looked at.</summary>
internal sealed class PeekedStream : ReadOnlyStream
{
    private const int PeekedBytes = 4;

    private readonly Stream _stream;
    private readonly byte[] _head;
    private int _position;

    private PeekedStream(Stream stream, byte[] head)
    {
        _stream = stream;
        _head = head;
    }

    /// <summary>The text of a stream: unpacked where it is gzip, by its first bytes.</summary>
    /// <exception cref="InvalidDataException">The first bytes are those of something else than text.</exception>
    public static async ValueTask<Stream> OpenTextAsync(Stream stream, CancellationToken cancellationToken)
    {
        PeekedStream peeked = await PeekAsync(stream, cancellationToken).ConfigureAwait(false);
        if (peeked._head is [0x1F, 0x8B, ..])
        {
            peeked = await PeekAsync(new GZipStream(peeked, CompressionMode.Decompress), cancellationToken)
                .ConfigureAwait(false);
        }

        return peeked._head switch
        {
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF] =>
                throw new InvalidDataException("the text is UTF-16 or UTF-32; write it as UTF-8"),
            [(byte)'P', (byte)'K', 3, 4] => throw new InvalidDataException("this is a zip archive; unpack it, or use gzip"),
            [0x1F, 0x8B, ..] => throw new InvalidDataException("this is gzip inside of gzip; unpack it once"),
            _ => peeked,
        };
    }

    public override int Read(Span<byte> buffer)
    {
        int peeked = TakeHead(buffer);
        return peeked > 0 ? peeked : _stream.Read(buffer);
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int peeked = TakeHead(buffer.Span);
        return peeked > 0 ? peeked : await _stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async ValueTask<PeekedStream> PeekAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] head = new byte[PeekedBytes];
        int length = await stream
            .ReadAtLeastAsync(head, PeekedBytes, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        return new PeekedStream(stream, head[..length]);
    }

    private int TakeHead(Span<byte> buffer)
    {
        int length = Math.Min(buffer.Length, _head.Length - _position);
        _head.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }
}
