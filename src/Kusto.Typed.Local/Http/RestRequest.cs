using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>The body of a query or a command.</summary>
internal sealed record RestRequest(
    string Text, string? Database, bool Fragmented, IReadOnlyDictionary<string, JsonElement> Parameters)
{
    /// <exception cref="RequestRefusedException">The body is no JSON object with a member csl.</exception>
    public static async Task<RestRequest> ReadAsync(HttpContext context)
    {
        try
        {
            using JsonDocument body = await JsonDocument
                .ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            return Read(body.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Refusal.Invalid("The body of the request is not a JSON object of the strings csl and db and of properties.");
        }
    }

    private static RestRequest Read(JsonElement body)
    {
        string? text = Member(body, "csl")?.GetString();
        JsonElement? properties = Unwrapped(Member(body, "properties"));
        bool fragmented = Member(Member(properties, "Options"), "results_v2_fragment_primary_tables") is { } option
            && (option.ValueKind == JsonValueKind.True
                || (option.ValueKind == JsonValueKind.String && bool.TryParse(option.GetString(), out bool set) && set));
        return new RestRequest(
            text ?? throw Refusal.Invalid("The request has no member 'csl' with the text of the query or command."),
            Member(body, "db")?.GetString(),
            fragmented,
            ReadParameters(Member(properties, "Parameters")));
    }

    private static Dictionary<string, JsonElement> ReadParameters(JsonElement? values) =>
        values is { ValueKind: JsonValueKind.Object } members
            ? members.EnumerateObject().ToDictionary(
                static member => member.Name, static member => member.Value.Clone(), StringComparer.Ordinal)
            : [];

    // Some clients send the properties as an object, others as a string that holds its JSON.
    private static JsonElement? Unwrapped(JsonElement? properties)
    {
        if (properties is not { ValueKind: JsonValueKind.String } text || text.GetString() is not { Length: > 0 } json)
        {
            return properties is { ValueKind: JsonValueKind.Object } ? properties : null;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
