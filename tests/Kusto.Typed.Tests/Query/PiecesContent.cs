using System.Net;
using System.Text;

namespace Kusto.Typed.Tests.Query;

/// <summary>An answer that arrives in pieces, and may tear after the last of them.</summary>
internal sealed class PiecesContent(string text, int pieceLength, Exception? tears = null) : HttpContent
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public int BytesRead { get; private set; }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Pieces(this));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new InvalidOperationException("The answer was buffered as a whole.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private ReadOnlyMemory<byte> Next(int most)
    {
        int length = Math.Min(Math.Min(pieceLength, most), _bytes.Length - BytesRead);
        if (length == 0 && tears is not null)
        {
            throw tears;
        }

        ReadOnlyMemory<byte> piece = _bytes.AsMemory(BytesRead, length);
        BytesRead += length;
        return piece;
    }

    private sealed class Pieces(PiecesContent content) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            ReadOnlyMemory<byte> piece = content.Next(buffer.Length);
            piece.CopyTo(buffer);
            return piece.Length;
        }
    }
}
