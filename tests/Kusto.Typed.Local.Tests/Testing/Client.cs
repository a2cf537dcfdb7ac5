using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kusto.Typed.Local.Tests.Testing;

/// <summary>An endpoint and a plain HTTP client of it.</summary>
internal sealed class Client : IAsyncDisposable
{
    private Client(LocalKusto local)
    {
        Local = local;
        Http = new HttpClient { BaseAddress = local.Uri };
    }

    public LocalKusto Local { get; }

    public HttpClient Http { get; }

    public LocalDatabase Samples => Local.Database("Samples");

    /// <summary>Starts an endpoint whose table T takes streams.</summary>
    public static async Task<Client> StartAsync(LocalKustoOptions? options = null, string columns = "A:int, B:string")
    {
        Client client = new(await LocalKusto.StartAsync(options));
        client.Samples.Run($".create table T ({columns})");
        client.Samples.Run(".alter table T policy streamingingestion enable");
        return client;
    }

    public async Task<Answer> PostAsync(string path, object body) =>
        await Answer.OfAsync(await Http.PostAsync(
            path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json")));

    public Task<Answer> QueryAsync(string query) => PostAsync("v2/rest/query", new { db = "Samples", csl = query });

    public Task<Answer> IngestAsync(string records, string query = "streamFormat=csv", string table = "T") =>
        IngestAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(records)), query, table);

    public async Task<Answer> IngestAsync(HttpContent body, string query = "streamFormat=csv", string table = "T") =>
        await Answer.OfAsync(await Http.PostAsync($"v1/rest/ingest/Samples/{table}?{query}", body));

    public static ByteArrayContent Gzip(string records, bool header = true)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(records));
        }

        ByteArrayContent content = new(compressed.ToArray());
        if (header)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return content;
    }

    /// <summary>Asks the endpoint other things until the request under way has met its fault.</summary>
    public async Task<bool> NoFaultIsLeftAsync()
    {
        const int Most = 10_000;
        for (int round = 0; round < Most && Local.Faults.Remaining > 0; round++)
        {
            await QueryAsync("print 1");
        }

        return Local.Faults.Remaining == 0;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Local.DisposeAsync();
    }
}

/// <summary>An answer, its body read as JSON.</summary>
internal sealed record Answer(int Status, HttpResponseHeaders Headers, MediaTypeHeaderValue? ContentType, JsonNode Json)
{
    public JsonNode Error => Json["error"]!;

    public string? Code => (string?)Json["error"]?["code"];

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new Answer(
                (int)response.StatusCode,
                response.Headers,
                response.Content.Headers.ContentType,
                JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())!);
        }
    }

    /// <summary>The rows of the result, whichever of the two shapes the answer has.</summary>
    public string Rows() =>
        Json is JsonArray frames
            ? frames.First(frame => (string?)frame!["TableKind"] == "PrimaryResult")!["Rows"]!.ToJsonString()
            : Json["Tables"]![0]!["Rows"]!.ToJsonString();
}
