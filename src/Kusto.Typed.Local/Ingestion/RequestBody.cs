using System.Buffers;
using System.IO.Compression;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>The body of an ingest request, decompressed where its bytes say that they are gzip.</summary>
/// <remarks>Headers are not asked: some clients name gzip and send plain text.</remarks>
internal sealed record RequestBody(ReadOnlyMemory<byte> Records, long SentBytes)
{
    private const int PieceBytes = 64 * 1024;

    /// <exception cref="RequestRefusedException">The records are larger than the limit, or are no gzip after all.</exception>
    public static async Task<RequestBody> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> sent = await ReadAllAsync(body, maxBytes, cancellationToken).ConfigureAwait(false);
        if (sent.Span is not [0x1F, 0x8B, ..])
        {
            return new RequestBody(sent, sent.Length);
        }

        using MemoryStream compressed = new(sent.ToArray(), writable: false);
        GZipStream gzip = new(compressed, CompressionMode.Decompress);
        await using (gzip.ConfigureAwait(false))
        {
            try
            {
                return new RequestBody(
                    await ReadAllAsync(gzip, maxBytes, cancellationToken).ConfigureAwait(false), sent.Length);
            }
            catch (InvalidDataException)
            {
                throw Refusal.BadFormat(
                    "BadRequest_InvalidArchive", "The body begins as gzip and is none, or its end is missing.");
            }
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(
        Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> bytes = new(PieceBytes);
        while (true)
        {
            int read = await stream.ReadAsync(bytes.GetMemory(PieceBytes), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return bytes.WrittenMemory;
            }

            bytes.Advance(read);
            if (bytes.WrittenCount > maxBytes)
            {
                throw Refusal.TooLarge(maxBytes);
            }
        }
    }
}
