using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kusto.Typed.Ingestion;

/// <summary>The ids of batches that are the same at every run.</summary>
internal static class SourceIds
{
    private const int GuidBytes = 16;

    /// <summary>
    /// An id of the caller's key, the table, the batch's place in the call and its bytes: another row makes another id.
    /// </summary>
    /// <remarks>The place belongs to it, since two batches of equal rows are both to be ingested.</remarks>
    public static Guid Of(string key, IngestTarget target, BatchRows rows, ReadOnlySpan<byte> contentHash) =>
        Of(key, [target.Database.ToUpperInvariant(), target.Table, target.MappingName], rows.FirstRowIndex, contentHash);

    /// <summary>The same of any source: where it goes, and what it is.</summary>
    public static Guid Of(
        string key, ReadOnlySpan<string> destination, long firstRowIndex, ReadOnlySpan<byte> content)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, key);
        foreach (string part in destination)
        {
            AppendText(hash, part);
        }

        AppendNumber(hash, firstRowIndex);
        hash.AppendData(content);
        return new Guid(hash.GetHashAndReset().AsSpan(0, GuidBytes));
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        AppendNumber(hash, utf8.Length);
        hash.AppendData(utf8);
    }

    private static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
