using System.IO.Compression;
using System.Security.Cryptography;

namespace Kusto.Typed.Ingestion.Raw;

/// <summary>A stream in pieces of some megabytes, compressed on the way where that helps.</summary>
/// <remarks>
/// What is gzip already is unpacked and packed anew: so its raw size is exact, and it is one member, which is all that is
/// known to be read.
/// </remarks>
internal sealed class RawPieces : IDisposable
{
    private const int PieceBytes = 8 * 1024 * 1024;
    private const int ReadBytes = 64 * 1024;

    private readonly Stream _given;
    private readonly SegmentStream _packed = new();
    private readonly GZipStream? _gzip;
    private readonly IncrementalHash? _hash;
    private readonly byte[] _buffer = new byte[ReadBytes];
    private Stream? _source;
    private bool _ended;

    /// <param name="source">The stream, from where it stands to its end; nothing is read of it yet.</param>
    /// <param name="isText">True where it is to be compressed.</param>
    /// <param name="hashes">True where its hash is wanted in the end.</param>
    public RawPieces(Stream source, bool isText, bool hashes)
    {
        _given = source;
        _gzip = isText ? new GZipStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null;
        _hash = hashes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    /// <summary>The bytes of the source read so far, before compression.</summary>
    public long RawBytes { get; private set; }

    /// <summary>The bytes of all pieces so far.</summary>
    public long PackedBytes { get; private set; }

    /// <summary>True where the pieces together are gzip.</summary>
    public bool IsGzip => _gzip is not null;

    /// <summary>The next piece, which the caller releases; null: there are no more.</summary>
    public async Task<CsvBatch?> NextAsync(CancellationToken cancellationToken)
    {
        _source ??= await UnpackedAsync(cancellationToken).ConfigureAwait(false);
        while (!_ended && _packed.Length < PieceBytes)
        {
            int read = await _source.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
            RawBytes += read;
            _hash?.AppendData(_buffer, 0, read);
            (_gzip ?? (Stream)_packed).Write(_buffer.AsSpan(0, read));
            if (read == 0)
            {
                _ended = true;
                _gzip?.Dispose();
            }
        }

        if (_packed.Length == 0)
        {
            return null;
        }

        PackedBytes += _packed.Length;
        return new CsvBatch(_packed.Detach(), rows: default, isGzip: false);
    }

    /// <summary>The hash of all that was read; null where none was wanted.</summary>
    public byte[]? Hash() => _hash?.GetHashAndReset();

    private async Task<Stream> UnpackedAsync(CancellationToken cancellationToken)
    {
        byte[] magic = new byte[2];
        int read = await _given.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        Stream whole = new PrefixedStream(magic.AsMemory(0, read), _given);
        return IsGzip && magic is [0x1F, 0x8B]
            ? new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true)
            : whole;
    }

    public void Dispose()
    {
        _gzip?.Dispose();
        _packed.Dispose();
        _hash?.Dispose();
    }
}
