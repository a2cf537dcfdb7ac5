using System.Text.Json;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Members of JSON objects, whose names the service writes in more than one case.</summary>
internal static class JsonMember
{
    /// <summary>A member by its name in any case; null where there is none, or no object.</summary>
    public static JsonElement? Find(JsonElement? json, string name)
    {
        if (json is not { ValueKind: JsonValueKind.Object } members)
        {
            return null;
        }

        foreach (JsonProperty member in members.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>A member's text: a string's own, a number's digits; null where there is none.</summary>
    public static string? Text(JsonElement? json, string name) => Find(json, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A member's number; 0 where there is none.</summary>
    public static long Number(JsonElement? json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long value) ? value : 0;
}
