using System.Text.Json;
using System.Text.RegularExpressions;
using Kusto.Typed.Local.Http;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Staging;

/// <summary>The status table over HTTP: insert an entity, read one, merge into one.</summary>
internal sealed partial class TableEndpoint(BuiltInStorage storage)
{
    private const string ContentType = "application/json;odata=nometadata;streaming=true;charset=utf-8";

    public async Task ServeAsync(HttpContext context, FaultedRequest request)
    {
        string path = Uri.UnescapeDataString(context.Request.Path.Value ?? "");
        string method = context.Request.Method;
        if (HttpMethods.IsPost(method) && !context.Request.Headers.ContainsKey("X-HTTP-Method"))
        {
            await InsertAsync(context, request).ConfigureAwait(false);
            return;
        }

        Match keys = Keys().Match(path);
        string partition = keys.Groups["partition"].Value.Replace("''", "'", StringComparison.Ordinal);
        string row = keys.Groups["row"].Value.Replace("''", "'", StringComparison.Ordinal);
        if (!keys.Success || storage.FindEntity(partition, row) is not { } entity)
        {
            throw new StorageError(404, "ResourceNotFound", "The specified resource does not exist.");
        }

        if (HttpMethods.IsGet(method))
        {
            await WriteAsync(context, StatusCodes.Status200OK, partition, row, entity).ConfigureAwait(false);
            return;
        }

        var changes = await ReadAsync(context).ConfigureAwait(false);
        await storage.MergeStatusAsync(new Uri("http://localhost"), partition, row, changes, context.RequestAborted)
            .ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public static async Task WriteErrorAsync(HttpContext context, StorageError error)
    {
        context.Response.ContentType = ContentType;
        using Utf8JsonWriter json = new(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("odata.error");
        json.WriteString("code", error.Code);
        json.WriteStartObject("message");
        json.WriteString("lang", "en-US");
        json.WriteString("value", error.Message);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private async Task InsertAsync(HttpContext context, FaultedRequest request)
    {
        Dictionary<string, string?> properties = await ReadAsync(context).ConfigureAwait(false);
        if (!properties.Remove("PartitionKey", out string? partition) || !properties.Remove("RowKey", out string? row))
        {
            throw new StorageError(400, "PropertiesNeedValue", "The entity lacks PartitionKey or RowKey.");
        }

        if (!storage.InsertEntity(partition!, row!, properties))
        {
            throw new StorageError(409, "EntityAlreadyExists", "The specified entity already exists.");
        }

        request.BeforeAnswer();
        context.Response.Headers.ETag = "W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"";
        if (context.Request.Headers["Prefer"].ToString().Contains("no-content", StringComparison.Ordinal))
        {
            context.Response.Headers["Preference-Applied"] = "return-no-content";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await WriteAsync(context, StatusCodes.Status201Created, partition!, row!, properties).ConfigureAwait(false);
    }

    private static async Task<Dictionary<string, string?>> ReadAsync(HttpContext context)
    {
        try
        {
            using JsonDocument body = await JsonDocument
                .ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            return body.RootElement.EnumerateObject()
                .Where(static member => !member.Name.Contains("odata", StringComparison.Ordinal))
                .ToDictionary(
                    static member => member.Name,
                    static member => member.Value.ValueKind switch
                    {
                        JsonValueKind.Null => null,
                        JsonValueKind.String => member.Value.GetString(),
                        _ => member.Value.GetRawText(),
                    },
                    StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new StorageError(400, "InvalidInput", "The body of the request is no JSON object.");
        }
    }

    private static async Task WriteAsync(
        HttpContext context, int status, string partition, string row, IEnumerable<KeyValuePair<string, string?>> properties)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        using Utf8JsonWriter json = new(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("PartitionKey", partition);
        json.WriteString("RowKey", row);
        foreach ((string name, string? value) in properties.OrderBy(static property => property.Key, StringComparer.Ordinal))
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    [GeneratedRegex("""\(PartitionKey='(?<partition>(?:[^']|'')*)',\s*RowKey='(?<row>(?:[^']|'')*)'\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Keys();
}
