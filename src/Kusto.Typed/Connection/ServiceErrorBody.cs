using System.Text.Json;

namespace Kusto.Typed.Connection;

/// <summary>What the service says of a failure, whether in its own JSON or in a gateway's plain text.</summary>
internal sealed record ServiceErrorBody
{
    private const int MaxMessageLength = 2000;

    public string? Code { get; init; }

    public string? Type { get; private init; }

    public string? Message { get; private init; }

    /// <summary>What the service says of trying again; null where it says nothing.</summary>
    public bool? IsPermanent { get; private init; }

    public string? ActivityId { get; private init; }

    public static ServiceErrorBody Parse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return OfText(text);
        }
    }

    public static ServiceErrorBody OfText(string text) => new() { Message = Shown(text) };

    /// <summary>Reads <c>{"error":{…}}</c>, or what stands inside of it.</summary>
    public static ServiceErrorBody Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return OfText(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText());
        }

        JsonElement error = json.TryGetProperty("error", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object
            ? inner
            : json;
        return new ServiceErrorBody
        {
            Code = Text(error, "code"),
            Type = Text(error, "@type"),
            Message = Shown(Text(error, "@message") ?? Text(error, "message") ?? Text(json, "error") ?? ""),
            IsPermanent = Boolean(error, "@permanent"),
            ActivityId = error.TryGetProperty("@context", out JsonElement context) ? Text(context, "activityId") : null,
        };
    }

    private static string? Shown(string text)
    {
        string redacted = SecretText.Redacted(text.Trim());
        return redacted.Length switch
        {
            0 => null,
            > MaxMessageLength => redacted[..MaxMessageLength] + "…",
            _ => redacted,
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool? Boolean(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;
}
