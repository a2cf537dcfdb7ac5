using System.Text;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Names of staged blobs: a person finds them by table, the service by their ends.</summary>
internal static class BlobName
{
    private const int LongestPart = 64;

    /// <summary>The name of a source's blob.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its table.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="extension">
    /// Its ending: the service takes a blob for gzip only where it ends in <c>.gz</c>.
    /// </param>
    public static string Of(string database, string table, Guid sourceId, string extension) =>
        $"{Plain(database)}__{Plain(table)}__{sourceId}.{extension}";

    private static string Plain(string name)
    {
        StringBuilder plain = new();
        foreach (char character in name.AsSpan(0, Math.Min(name.Length, LongestPart)))
        {
            plain.Append(char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '_');
        }

        return plain.ToString();
    }
}
