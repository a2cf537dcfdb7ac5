using System.Buffers;
using System.IO.Compression;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>The body of an ingest request, decompressed where its bytes say that they are gzip.</summary>
/// <remarks>Headers are not asked: some clients name gzip and send plain text.</remarks>
internal sealed record RequestBody(ReadOnlyMemory<byte> Records, long SentBytes)
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>The address of the blob that the records lie in, without its key; empty where they lie in none.</summary>
    public string Location { get; init; } = "";

    // .NET reads gzip whose end is missing as if it were whole. A member of our own behind the body is only found where
    // the body has ended as gzip should.
    private static readonly byte[] s_mark = Guid.NewGuid().ToByteArray();
    private static readonly byte[] s_markMember = Compressed(s_mark);

    /// <exception cref="RequestRefusedException">
    /// The records are larger than the limit, or are no gzip after all.
    /// </exception>
    public static async Task<RequestBody> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> sent = await ReadAllAsync(body, maxBytes, maxBytes, cancellationToken).ConfigureAwait(false);
        return sent.Span is [0x1F, 0x8B, ..]
            ? new RequestBody(await DecompressAsync(sent, maxBytes, cancellationToken).ConfigureAwait(false), sent.Length)
            : new RequestBody(sent, sent.Length);
    }

    private static async Task<ReadOnlyMemory<byte>> DecompressAsync(
        ReadOnlyMemory<byte> sent, int maxBytes, CancellationToken cancellationToken)
    {
        using MemoryStream compressed = new([.. sent.Span, .. s_markMember], writable: false);
        GZipStream gzip = new(compressed, CompressionMode.Decompress);
        await using (gzip.ConfigureAwait(false))
        {
            try
            {
                ReadOnlyMemory<byte> records = await ReadAllAsync(gzip, maxBytes + s_mark.Length, maxBytes, cancellationToken)
                    .ConfigureAwait(false);
                return records.Span.EndsWith(s_mark) ? records[..^s_mark.Length] : throw NoGzip();
            }
            catch (InvalidDataException)
            {
                throw NoGzip();
            }
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(
        Stream stream, int mostBytes, int allowedBytes, CancellationToken cancellationToken)
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
            if (bytes.WrittenCount > mostBytes)
            {
                throw Refusal.TooLarge(allowedBytes);
            }
        }
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static RequestRefusedException NoGzip() =>
        Refusal.BadFormat(
            "BadRequest_InvalidArchive",
            "The body begins as gzip, and is none or lacks its end. Send it whole, or uncompressed.");
}
