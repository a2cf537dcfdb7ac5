using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>The ids of a request: the client's own, which is given back, and ours.</summary>
internal sealed record RequestIds(string Client, string Activity)
{
    private const string ClientHeader = "x-ms-client-request-id";

    public static RequestIds Of(HttpContext context)
    {
        string? sent = context.Request.Headers[ClientHeader];
        string client = string.IsNullOrEmpty(sent) ? $"unspecified;{Guid.NewGuid()}" : sent;
        RequestIds ids = new(client, Guid.NewGuid().ToString());
        context.Response.Headers[ClientHeader] = ids.Client;
        context.Response.Headers["x-ms-activity-id"] = ids.Activity;
        return ids;
    }
}
