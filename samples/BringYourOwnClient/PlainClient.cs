using System.Net.Http.Headers;
using Kusto.Typed;
using Kusto.Typed.Schema;

namespace Laboratory;

/// <summary>A client of our own in a few lines: the streaming ingestion endpoint and an HttpClient.</summary>
internal static class PlainClient
{
    public static async Task IngestAsync(Uri cluster, string database, IEnumerable<Measurement> rows)
    {
        TableSchema table = KustoCsv.Table<Measurement>();
        Uri ingest = new(cluster, $"v1/rest/ingest/{database}/{table.Name}?streamFormat=csv&mappingName={table.Mapping.Name}");

        await using Stream csv = KustoCsv.OpenRead(rows);
        using StreamContent body = new(csv);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.PostAsync(ingest, body);
        answer.EnsureSuccessStatusCode();
    }
}
