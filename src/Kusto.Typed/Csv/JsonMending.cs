using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kusto.Typed.Csv;

/// <summary>Halves of surrogate pairs in JSON that escapes hide: letters to JSON, and no text to anybody.</summary>
internal static class JsonMending
{
    private const int EscapeLength = 6; // \uD83D

    // What others may have parsed is taken, and written without it.
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Writes an element with U+FFFD for each half.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement element)
    {
        byte[] text = Encoding.UTF8.GetBytes(element.GetRawText());
        MendEscapes(text);
        using JsonDocument mended = JsonDocument.Parse(text, s_lenient);
        mended.RootElement.WriteTo(json);
    }

    /// <summary>Writes a node with U+FFFD for each half in its values; one in a name stays what it was.</summary>
    public static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                json.WriteStartObject();
                foreach ((string name, JsonNode? member) in members)
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }

                json.WriteEndObject();
                break;
            case JsonArray elements:
                json.WriteStartArray();
                foreach (JsonNode? element in elements)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            case JsonValue value when value.TryGetValue(out JsonElement element):
                Write(json, element);
                break;
            case null:
                json.WriteNullValue();
                break;
            default:
                node.WriteTo(json);
                break;
        }
    }

    /// <summary>Makes U+FFFD of each half in its place.</summary>
    /// <returns>False where there is none.</returns>
    public static bool MendEscapes(Span<byte> json)
    {
        bool any = false;
        for (int place = 0; place < json.Length; place++)
        {
            if (json[place] != (byte)'\\')
            {
                continue;
            }

            char? unit = EscapeAt(json, place);
            if (unit is not { } half || !char.IsSurrogate(half))
            {
                place++;
            }
            else if (char.IsHighSurrogate(half)
                && EscapeAt(json, place + EscapeLength) is { } next
                && char.IsLowSurrogate(next))
            {
                place += (2 * EscapeLength) - 1;
            }
            else
            {
                "\\uFFFD"u8.CopyTo(json[place..]);
                place += EscapeLength - 1;
                any = true;
            }
        }

        return any;
    }

    // The character that is escaped there; null where there is no such escape.
    private static char? EscapeAt(ReadOnlySpan<byte> json, int place) =>
        place + EscapeLength <= json.Length
        && json[place] == (byte)'\\'
        && json[place + 1] == (byte)'u'
        && TryParseHex(json.Slice(place + 2, 4), out ushort unit)
            ? (char)unit
            : null;

    private static bool TryParseHex(ReadOnlySpan<byte> digits, out ushort number) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}
