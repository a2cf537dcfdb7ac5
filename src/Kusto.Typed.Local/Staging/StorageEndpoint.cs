using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kusto.Typed.Local.Http;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Staging;

/// <summary>The built-in storage over HTTP: as much of Azure Storage as clients of Kusto ask for.</summary>
internal sealed class StorageEndpoint(BuiltInStorage storage, LocalFaults faults, TimeProvider timeProvider)
{
    private const string Version = "2021-12-02";

    private readonly TableEndpoint _tables = new(storage);

    /// <summary>True for a path within one of the accounts.</summary>
    public static bool Serves(PathString path) =>
        BuiltInStorage.Accounts.Any(account => path.StartsWithSegments("/" + account, StringComparison.Ordinal));

    public async Task ServeAsync(HttpContext context)
    {
        context.Response.Headers["x-ms-version"] = Version;
        context.Response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        LocalFault? fault = faults.Take(KindOf(context.Request), context.Request.Path.Value!.Split('/')[1]);
        FaultedRequest request = new(context, fault);
        try
        {
            await request.BeforeBodyAsync().ConfigureAwait(false);
            await RouteAsync(context, request, copies: fault?.DeliversTwice == true ? 2 : 1).ConfigureAwait(false);
        }
        catch (StorageError error)
        {
            await WriteErrorAsync(context, error).ConfigureAwait(false);
        }
        catch (RequestRefusedException refusal)
        {
            // What a fault says, or that there is no more room.
            context.Response.Headers.RetryAfter = refusal.RetryAfter;
            int status = fault is null ? 503 : refusal.Status;
            await WriteErrorAsync(context, new StorageError(status, fault is null ? "ServerBusy" : refusal.Code, refusal.Message))
                .ConfigureAwait(false);
        }
    }

    private static LocalRequestKind KindOf(HttpRequest request) =>
        IsTable(request) ? LocalRequestKind.StatusTable
        : HttpMethods.IsPut(request.Method) ? LocalRequestKind.BlobUpload
        : HttpMethods.IsPost(request.Method) ? LocalRequestKind.QueueMessage
        : LocalRequestKind.Any;

    private static bool IsTable(HttpRequest request) =>
        request.Path.Value!.Split('/').ElementAtOrDefault(2)?.StartsWith(BuiltInStorage.StatusTable, StringComparison.Ordinal) == true;

    private Task RouteAsync(HttpContext context, FaultedRequest request, int copies)
    {
        string path = context.Request.Path.Value ?? "";
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string resource = parts.ElementAtOrDefault(1)?.Split('(')[0] ?? "";
        if (!storage.Keys.Opens($"{parts[0]}/{resource}", name => context.Request.Query[name]))
        {
            throw new StorageError(
                403, "AuthenticationFailed", "The server failed to authenticate the request: its key is missing, wrong or expired.");
        }

        return resource switch
        {
            BuiltInStorage.Container => BlobAsync(context, path, request),
            BuiltInStorage.StatusTable => _tables.ServeAsync(context, request),
            BuiltInStorage.ReadyQueue or BuiltInStorage.FailedQueue or BuiltInStorage.SucceededQueue =>
                QueueAsync(context, $"/{parts[0]}/{resource}", parts, request, copies),
            _ => throw new StorageError(404, "ResourceNotFound", $"The account has no resource '{resource}'."),
        };
    }

    private async Task BlobAsync(HttpContext context, string path, FaultedRequest request)
    {
        string method = context.Request.Method;
        string? part = context.Request.Query["comp"];
        if (HttpMethods.IsPut(method))
        {
            byte[] body = await ReadAsync(context).ConfigureAwait(false);
            request.AfterBody();
            PutBlob(context, path, part, body);
            request.BeforeAnswer();
            context.Response.Headers.ETag = "\"0x" + Guid.NewGuid().ToString("N")[..15].ToUpperInvariant() + "\"";
            context.Response.Headers.LastModified = timeProvider.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
            context.Response.Headers.ContentMD5 = Convert.ToBase64String(MD5.HashData(body));
            context.Response.StatusCode = StatusCodes.Status201Created;
            return;
        }

        byte[] blob = storage.FindBlob(path) ?? throw new StorageError(404, "BlobNotFound", "The specified blob does not exist.");
        if (HttpMethods.IsDelete(method))
        {
            storage.DeleteBlob(path);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        else
        {
            await WriteBlobAsync(context, blob).ConfigureAwait(false);
        }
    }

    private void PutBlob(HttpContext context, string path, string? part, byte[] body)
    {
        switch (part)
        {
            case null or "":
                storage.PutBlob(path, body);
                break;
            case "block":
                storage.PutBlock(path, context.Request.Query["blockid"].ToString(), body);
                break;
            case "blocklist" when storage.CommitBlocks(path, BlockIds(body)):
                break;
            case "blocklist":
                throw new StorageError(400, "InvalidBlockList", "The specified block list is invalid.");
            default:
                throw new StorageError(400, "InvalidQueryParameterValue", $"The local storage does not serve comp={part}.");
        }
    }

    private static async Task WriteBlobAsync(HttpContext context, byte[] blob)
    {
        ReadOnlyMemory<byte> part = blob;
        string range = context.Request.Headers["x-ms-range"].ToString();
        range = range.Length > 0 ? range : context.Request.Headers.Range.ToString();
        if (range.StartsWith("bytes=", StringComparison.Ordinal) && blob.Length > 0)
        {
            string[] ends = range["bytes=".Length..].Split('-');
            int first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            int last = ends[1].Length == 0 ? blob.Length - 1 : Math.Min(int.Parse(ends[1], CultureInfo.InvariantCulture), blob.Length - 1);
            part = blob.AsMemory(first, last - first + 1);
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {first}-{last}/{blob.Length}";
        }

        context.Response.Headers["x-ms-blob-type"] = "BlockBlob";
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = part.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task QueueAsync(
        HttpContext context, string path, string[] parts, FaultedRequest request, int copies)
    {
        StagedQueue queue = storage.Queue(path);
        IQueryCollection query = context.Request.Query;
        int most = int.TryParse(query["numofmessages"], CultureInfo.InvariantCulture, out int wanted) ? Math.Clamp(wanted, 1, 32) : 1;
        string method = context.Request.Method;
        if (HttpMethods.IsPost(method))
        {
            string text = await MessageTextAsync(context).ConfigureAwait(false);
            request.AfterBody();
            StagedMessage message = queue.Put(text);
            for (int copy = 1; copy < copies; copy++)
            {
                queue.Put(text);
            }

            if (path.EndsWith("/" + BuiltInStorage.ReadyQueue, StringComparison.Ordinal))
            {
                storage.SignalMessage();
            }

            request.BeforeAnswer();
            await WriteMessagesAsync(context, [message], StatusCodes.Status201Created, Detail.Put).ConfigureAwait(false);
        }
        else if (HttpMethods.IsGet(method) && string.Equals(query["peekonly"], "true", StringComparison.OrdinalIgnoreCase))
        {
            await WriteMessagesAsync(context, queue.Peek(most), StatusCodes.Status200OK, Detail.Peek).ConfigureAwait(false);
        }
        else if (HttpMethods.IsGet(method) && parts.Length > 2)
        {
            int seconds = int.TryParse(query["visibilitytimeout"], CultureInfo.InvariantCulture, out int given) ? given : 30;
            await WriteMessagesAsync(
                context, queue.Receive(most, TimeSpan.FromSeconds(seconds)), StatusCodes.Status200OK, Detail.Receive)
                .ConfigureAwait(false);
        }
        else if (HttpMethods.IsDelete(method) && parts.Length > 3)
        {
            context.Response.StatusCode = queue.Delete(parts[3], query["popreceipt"].ToString())
                ? StatusCodes.Status204NoContent
                : throw new StorageError(404, "MessageNotFound", "The specified message does not exist.");
        }
        else
        {
            context.Response.Headers["x-ms-approximate-messages-count"] = queue.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static async Task<string> MessageTextAsync(HttpContext context)
    {
        const int MaxBytes = 64 * 1024;
        try
        {
            string xml = Encoding.UTF8.GetString(await ReadAsync(context).ConfigureAwait(false)).TrimStart('\uFEFF');
            string text = XDocument.Parse(xml).Root?.Element("MessageText")?.Value ?? "";
            return Encoding.UTF8.GetByteCount(text) <= MaxBytes
                ? text
                : throw new StorageError(413, "RequestBodyTooLarge", "The message is larger than 64 KiB.");
        }
        catch (XmlException)
        {
            throw new StorageError(400, "InvalidXmlDocument", "The body of the request is no XML.");
        }
    }

    private static async Task WriteMessagesAsync(
        HttpContext context, IReadOnlyList<StagedMessage> messages, int status, Detail detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        XElement list = new("QueueMessagesList", messages.Select(message => ToXml(message, detail)));
        await context.Response.WriteAsync(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + list.ToString(SaveOptions.DisableFormatting), context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static XElement ToXml(StagedMessage message, Detail detail)
    {
        XElement xml = new(
            "QueueMessage",
            new XElement("MessageId", message.Id),
            new XElement("InsertionTime", message.InsertedOn.ToString("r", CultureInfo.InvariantCulture)),
            new XElement("ExpirationTime", message.InsertedOn.AddDays(7).ToString("r", CultureInfo.InvariantCulture)));
        if (detail != Detail.Peek)
        {
            xml.Add(
                new XElement("PopReceipt", message.PopReceipt),
                new XElement("TimeNextVisible", message.VisibleOn.ToString("r", CultureInfo.InvariantCulture)));
        }

        if (detail != Detail.Put)
        {
            xml.Add(new XElement("DequeueCount", message.DequeueCount), new XElement("MessageText", message.Text));
        }

        return xml;
    }

    private static IReadOnlyList<string> BlockIds(byte[] body) =>
        [.. XDocument.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF')).Root!.Elements().Select(static id => id.Value)];

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }

    private static async Task WriteErrorAsync(HttpContext context, StorageError error)
    {
        context.Response.StatusCode = error.Status;
        context.Response.Headers["x-ms-error-code"] = error.Code;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (IsTable(context.Request))
        {
            await TableEndpoint.WriteErrorAsync(context, error).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "application/xml";
        XElement xml = new("Error", new XElement("Code", error.Code), new XElement("Message", error.Message));
        await context.Response.WriteAsync(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml.ToString(SaveOptions.DisableFormatting), context.RequestAborted)
            .ConfigureAwait(false);
    }

    private enum Detail
    {
        Put,
        Receive,
        Peek,
    }
}
