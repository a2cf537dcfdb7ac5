using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>Ingestion properties as JSON, which every client spells its own way.</summary>
internal static class SourceProperties
{
    /// <exception cref="RequestRefusedException">A property is malformed.</exception>
    public static SourceOptions Options(JsonElement json) => new()
    {
        IgnoreFirstRecord = IsTrue(Find(json, "ignoreFirstRecord")),
        Validation = Validation(Find(json, "validationPolicy")),
        CreationTime = Time(Text(json, "creationTime")),
        Tags = List(Find(json, "tags"), "tags"),
        IngestIfNotExists = List(Find(json, "ingestIfNotExists"), "ingestIfNotExists"),
    };

    /// <summary>A member by its name in any case; null where there is none.</summary>
    public static JsonElement? Find(JsonElement? json, string name)
    {
        if (json is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (JsonProperty member in members.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null)
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    /// <summary>A member as text: a string's own, anything else as its JSON; null where there is none.</summary>
    public static string? Text(JsonElement? json, string name) => Find(json, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    public static bool IsTrue(JsonElement? value) =>
        value?.ValueKind == JsonValueKind.True
        || (value?.ValueKind == JsonValueKind.String && bool.TryParse(value.Value.GetString(), out bool set) && set);

    /// <summary>A list, or the JSON text of one.</summary>
    public static IReadOnlyList<string> List(JsonElement? value, string name)
    {
        if (Unwrapped(value, name) is not { } list)
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(static item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())]
            : throw Malformed(name, "it is no list of strings");
    }

    // 1 with 1 is the service's own default: what does not fit is left out. It is not ours, which fails.
    private static SourceValidation Validation(JsonElement? value)
    {
        if (Unwrapped(value, "validationPolicy") is not { } policy)
        {
            return SourceValidation.Fail;
        }

        bool checks = Text(policy, "ValidationOptions") is { } options && options is not ("0" or "DoNotValidate");
        bool fails = Text(policy, "ValidationImplications") is null or "0" or "Fail";
        return !checks ? SourceValidation.Ignore
            : fails ? SourceValidation.Fail
            : SourceValidation.LeaveOut;
    }

    private static JsonElement? Unwrapped(JsonElement? value, string name)
    {
        if (value is not { ValueKind: JsonValueKind.String } text)
        {
            return value;
        }

        if (string.IsNullOrEmpty(text.GetString()))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text.GetString()!);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Malformed(name, "it is no JSON");
        }
    }

    private static DateTime? Time(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.UtcDateTime
            : throw Malformed("creationTime", "it is no time");
    }

    private static RequestRefusedException Malformed(string name, string problem) => Refusal.BadFormat(
        "BadRequest_MalformedIngestionProperty", $"The ingestion property '{name}' cannot be read: {problem}.");
}
