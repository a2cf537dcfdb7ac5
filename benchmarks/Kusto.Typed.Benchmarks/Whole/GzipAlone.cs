using System.IO.Compression;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>The limit: nothing but the compression of CSV that is there already, on all cores.</summary>
internal static class GzipAlone
{
    private const int PieceBytes = 4_000_000;

    /// <summary>Compresses in pieces of the size of a batch.</summary>
    /// <returns>The bytes before compression.</returns>
    public static long Run(byte[] csv, int length)
    {
        int pieces = (length + PieceBytes - 1) / PieceBytes;
        Parallel.For(0, pieces, piece =>
        {
            int start = piece * PieceBytes;
            using CountingStream compressed = new();
            using GZipStream gzip = new(compressed, CompressionLevel.Fastest);
            gzip.Write(csv, start, Math.Min(PieceBytes, length - start));
        });
        return length;
    }
}
