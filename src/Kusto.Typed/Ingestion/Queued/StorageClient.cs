using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>The few requests to storage that queued ingestion needs, each opened by the key in its address.</summary>
/// <remarks>
/// As the REST reference of Azure Storage documents them: Put Blob, Put Block, Put Block List, Put Message, Peek
/// Messages, Insert Entity, Query Entities.
/// </remarks>
internal sealed class StorageClient(KustoConnection connection)
{
    private const string Version = "2021-12-02";
    private const string Json = "application/json";
    private const string Xml = "application/xml";

    public async Task PutBlobAsync(
        Uri blob, KustoRequestContent content, string? clientRequestId, CancellationToken cancellationToken) =>
        await SendAsync(
            HttpMethod.Put, blob, content, [new("x-ms-blob-type", "BlockBlob")], clientRequestId, cancellationToken)
            .ConfigureAwait(false);

    public async Task PutBlockAsync(
        Uri blob, int number, KustoRequestContent content, CancellationToken cancellationToken) =>
        await SendAsync(
            HttpMethod.Put,
            With(blob, $"comp=block&blockid={Uri.EscapeDataString(BlockId(number))}"),
            content,
            [],
            clientRequestId: null,
            cancellationToken).ConfigureAwait(false);

    /// <summary>Makes a blob of the blocks 0 to <paramref name="count"/> - 1.</summary>
    public async Task PutBlockListAsync(Uri blob, int count, CancellationToken cancellationToken)
    {
        XElement list = new("BlockList", Enumerable.Range(0, count).Select(number => new XElement("Latest", BlockId(number))));
        await SendAsync(
            HttpMethod.Put, With(blob, "comp=blocklist"), Text(list.ToString(), Xml), [], null, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Puts a text into a queue, as base64 of its UTF-8, which is how the service reads it.</summary>
    public async Task PutMessageAsync(
        Uri queue, ReadOnlyMemory<byte> utf8, string clientRequestId, CancellationToken cancellationToken)
    {
        XElement message = new("QueueMessage", new XElement("MessageText", Convert.ToBase64String(utf8.Span)));
        await SendAsync(
            HttpMethod.Post,
            At(queue, "/messages"),
            Text(message.ToString(SaveOptions.DisableFormatting), Xml),
            [],
            clientRequestId,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks at the first messages of a queue, at most 32, and takes none out.</summary>
    public async Task<IReadOnlyList<string>> PeekAsync(Uri queue, CancellationToken cancellationToken)
    {
        Uri address = With(At(queue, "/messages"), "peekonly=true&numofmessages=32");
        string answer = await SendAsync(HttpMethod.Get, address, null, [], null, cancellationToken).ConfigureAwait(false);
        return [.. XDocument.Parse(answer).Descendants("MessageText").Select(message => message.Value)];
    }

    public async Task InsertEntityAsync(Uri table, string json, CancellationToken cancellationToken) =>
        await SendAsync(
            HttpMethod.Post,
            table,
            Text(json, Json),
            [new("Accept", "application/json;odata=nometadata"), new("Prefer", "return-no-content")],
            clientRequestId: null,
            cancellationToken).ConfigureAwait(false);

    /// <summary>Reads an entity as JSON.</summary>
    public Task<string> ReadEntityAsync(Uri table, EntityKey key, CancellationToken cancellationToken)
    {
        string keys = $"(PartitionKey='{Uri.EscapeDataString(key.Partition)}',RowKey='{Uri.EscapeDataString(key.Row)}')";
        return SendAsync(
            HttpMethod.Get,
            At(table, keys),
            null,
            [new("Accept", "application/json;odata=nometadata")],
            clientRequestId: null,
            cancellationToken);
    }

    /// <summary>A resource within another, opened by the same key.</summary>
    public static Uri At(Uri resource, string path) =>
        new($"{resource.GetLeftPart(UriPartial.Path).TrimEnd('/')}{path}{resource.Query}");

    private async Task<string> SendAsync(
        HttpMethod method,
        Uri address,
        KustoRequestContent? content,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        string? clientRequestId,
        CancellationToken cancellationToken)
    {
        KustoRequest request = new()
        {
            Method = method,
            Content = content,
            Headers = [new(HeaderNames.Version, Version), .. headers],
            RequestKind = "KTC.storage",
            ClientRequestId = clientRequestId,
        };
        using KustoResponse response =
            await connection.SendToStorageAsync(address, request, cancellationToken).ConfigureAwait(false);
        using StreamReader reader = new(response.Content, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Uri With(Uri address, string query) =>
        new(address.AbsoluteUri + (address.Query.Length > 0 ? "&" : "?") + query);

    // All ids of a blob's blocks have the same length.
    private static string BlockId(int number) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(number.ToString("d6", CultureInfo.InvariantCulture)));

    private static BytesContent Text(string text, string contentType) => new(Encoding.UTF8.GetBytes(text), contentType);
}

/// <summary>The keys of an entity of a status table.</summary>
internal sealed record EntityKey(string Partition, string Row);
