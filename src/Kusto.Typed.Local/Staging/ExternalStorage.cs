using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Kusto.Typed.Local.Staging;

/// <summary>Storage in an account elsewhere, such as Azurite: containers, queues and a table of this endpoint alone.</summary>
internal sealed class ExternalStorage : IStagingStorage
{
    private const string ApiVersion = "2020-10-02";

    private static readonly TimeSpan s_keyLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new();
    private readonly StorageAccount _account;
    private readonly TimeProvider _timeProvider;

    // Two endpoints on one account must not take each other's messages.
    private readonly string _name = "kusto" + Guid.NewGuid().ToString("N")[..16];

    private ExternalStorage(StorageAccount account, TimeProvider timeProvider)
    {
        _account = account;
        _timeProvider = timeProvider;
    }

    /// <summary>Creates what the endpoint needs in the account.</summary>
    /// <exception cref="HttpRequestException">The account cannot be reached, or refuses.</exception>
    public static async Task<ExternalStorage> StartAsync(
        StorageAccount account, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        ExternalStorage storage = new(account, timeProvider);
        foreach (string container in storage.Containers)
        {
            await storage.SendAsync(HttpMethod.Put, storage.At(account.Blobs, container, "restype=container"), null, cancellationToken)
                .ConfigureAwait(false);
        }

        foreach (string queue in storage.ReadyQueues.Append(storage.FailedQueue).Append(storage.SucceededQueue))
        {
            await storage.SendAsync(HttpMethod.Put, storage.At(account.Queues, queue), null, cancellationToken).ConfigureAwait(false);
        }

        await storage.SendAsync(
            HttpMethod.Post, storage.At(account.Tables, "Tables"), Json($$"""{"TableName":"{{storage._name}}"}"""), cancellationToken)
            .ConfigureAwait(false);
        return storage;
    }

    private string[] Containers => [_name + "-1", _name + "-2"];

    private string[] ReadyQueues => [_name + "-ready-1", _name + "-ready-2"];

    private string FailedQueue => _name + "-failed";

    private string SucceededQueue => _name + "-succeeded";

    public ValueTask<StagingResources> ResourcesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new StagingResources(
            [.. Containers.Select(container => At(_account.Blobs, container))],
            [.. ReadyQueues.Select(queue => At(_account.Queues, queue))],
            [At(_account.Queues, FailedQueue)],
            [At(_account.Queues, SucceededQueue)],
            [At(_account.Tables, _name)]));

    // By the address as it came: the client's key must open the blob, not ours.
    public async ValueTask<ReadOnlyMemory<byte>> ReadBlobAsync(Uri blob, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(HttpMethod.Get, blob, null, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            throw Refusal.BlobNotFound(blob);
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.Forbidden)
        {
            throw Refusal.BlobForbidden(blob);
        }
        catch (HttpRequestException failure)
        {
            throw Refusal.BlobUnreachable(blob, failure.StatusCode);
        }
    }

    public async ValueTask DeleteBlobAsync(Uri blob, CancellationToken cancellationToken) =>
        await TryDeleteAsync(blob, cancellationToken).ConfigureAwait(false);

    public async ValueTask WaitForMessagesAsync(CancellationToken cancellationToken) =>
        await Task.Delay(s_poll, _timeProvider, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<string>> TakeMessagesAsync(CancellationToken cancellationToken)
    {
        List<string> texts = [];
        foreach (string queue in ReadyQueues)
        {
            while (await TakeSomeAsync(queue, texts, cancellationToken).ConfigureAwait(false))
            {
            }
        }

        return texts;
    }

    public async ValueTask PutReportAsync(StagingReport report, string text, CancellationToken cancellationToken)
    {
        Uri messages = At(_account.Queues, (report == StagingReport.Failed ? FailedQueue : SucceededQueue) + "/messages");
        XElement message = new("QueueMessage", new XElement("MessageText", text));
        using StringContent content = new(message.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "application/xml");
        using HttpResponseMessage response =
            await SendAsync(HttpMethod.Post, messages, content, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask MergeStatusAsync(
        Uri table,
        string partitionKey,
        string rowKey,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken)
    {
        string entity = $"(PartitionKey='{Uri.EscapeDataString(partitionKey)}',RowKey='{Uri.EscapeDataString(rowKey)}')";
        Dictionary<string, string?> known = properties
            .Where(static property => property.Value is not null)
            .ToDictionary(static property => property.Key, static property => property.Value, StringComparer.Ordinal);
        try
        {
            using HttpResponseMessage response = await SendAsync(
                new HttpMethod("MERGE"),
                new Uri(table.GetLeftPart(UriPartial.Path) + entity + table.Query),
                Json(JsonSerializer.Serialize(known)),
                cancellationToken,
                ifMatch: "*").ConfigureAwait(false);
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            // Then nobody asks for it.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (string container in Containers)
        {
            await TryDeleteAsync(At(_account.Blobs, container, "restype=container"), CancellationToken.None).ConfigureAwait(false);
        }

        foreach (string queue in ReadyQueues.Append(FailedQueue).Append(SucceededQueue))
        {
            await TryDeleteAsync(At(_account.Queues, queue), CancellationToken.None).ConfigureAwait(false);
        }

        await TryDeleteAsync(At(_account.Tables, $"Tables('{_name}')"), CancellationToken.None).ConfigureAwait(false);
        _http.Dispose();
    }

    private async Task<bool> TakeSomeAsync(string queue, List<string> texts, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await SendAsync(
            HttpMethod.Get, At(_account.Queues, queue + "/messages", "numofmessages=32"), null, cancellationToken).ConfigureAwait(false);
        string xml = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        XElement[] messages = [.. XDocument.Parse(xml.TrimStart('\uFEFF')).Descendants("QueueMessage")];
        foreach (XElement message in messages)
        {
            texts.Add(message.Element("MessageText")!.Value);
            string receipt = Uri.EscapeDataString(message.Element("PopReceipt")!.Value);
            await TryDeleteAsync(
                At(_account.Queues, $"{queue}/messages/{message.Element("MessageId")!.Value}", "popreceipt=" + receipt), cancellationToken)
                .ConfigureAwait(false);
        }

        return messages.Length > 0;
    }

    private Uri At(Uri service, string path, string? query = null) =>
        new($"{service.AbsoluteUri.TrimEnd('/')}/{path}?{(query is null ? "" : query + "&")}{_account.Sas(_timeProvider.GetUtcNow() + s_keyLifetime)}");

    private async Task TryDeleteAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response =
                await SendAsync(HttpMethod.Delete, address, null, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            // What is left behind is in nobody's way: its name is this endpoint's own.
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri address, HttpContent? content, CancellationToken cancellationToken, string? ifMatch = null)
    {
        using HttpRequestMessage request = new(method, address) { Content = content };
        request.Headers.TryAddWithoutValidation("x-ms-version", ApiVersion);
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=nometadata");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        HttpResponseMessage response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            // Without the address, whose query is a key.
            string said = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            HttpStatusCode status = response.StatusCode;
            response.Dispose();
            throw new HttpRequestException(
                $"Storage refuses {method} {address.GetLeftPart(UriPartial.Path)} with {(int)status}: {said}", inner: null, status);
        }

        return response;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
