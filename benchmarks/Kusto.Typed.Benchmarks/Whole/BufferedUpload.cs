using System.IO.Compression;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>What one writes without a library: all rows into memory, compressed into memory, then sent.</summary>
internal sealed class BufferedUpload(Uri server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = server };

    /// <summary>Sends what is written into the stream.</summary>
    /// <returns>The bytes before compression.</returns>
    public async Task<long> SendAsync(Action<Stream> write)
    {
        using MemoryStream text = new();
        write(text);
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
        }

        using ByteArrayContent content = new(compressed.GetBuffer(), 0, (int)compressed.Length);
        content.Headers.ContentEncoding.Add("gzip");
        using HttpResponseMessage answer = await _client.PostAsync("v1/rest/ingest/Samples/StormEvents?streamFormat=csv", content);
        answer.EnsureSuccessStatusCode();
        return text.Length;
    }

    public void Dispose() => _client.Dispose();
}
