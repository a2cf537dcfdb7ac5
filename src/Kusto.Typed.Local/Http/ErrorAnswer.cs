using System.Text.Json;
using Kusto.Typed.Local.Values;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>Errors as the service writes them.</summary>
internal static class ErrorAnswer
{
    private const string GenericMessage = "Request is invalid and cannot be executed.";

    public static async Task WriteAsync(
        HttpContext context, RequestIds ids, RequestRefusedException error, TimeProvider timeProvider)
    {
        context.Response.StatusCode = error.Status;
        if (error.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = error.RetryAfter;
        }

        context.Response.ContentType = JsonAnswer.ContentType;
        Utf8JsonWriter json = new(context.Response.BodyWriter);
        await using (json.ConfigureAwait(false))
        {
            Write(json, ids, error, timeProvider.GetUtcNow().UtcDateTime);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, RequestIds ids, RequestRefusedException error, DateTime now)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", GenericMessage);
        json.WriteString("@type", error.Type);
        json.WriteString("@message", error.Message);
        json.WriteStartObject("@context");
        json.WriteString("timestamp", InstantText.Format(now));
        json.WriteString("serviceAlias", "LOCAL");
        json.WriteString("clientRequestId", ids.Client);
        json.WriteString("activityId", ids.Activity);
        json.WriteEndObject();
        json.WriteBoolean("@permanent", error.Permanent);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
