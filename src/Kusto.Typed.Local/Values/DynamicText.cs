using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kusto.Typed.Local.Values;

/// <summary>
/// JSON as a dynamic column keeps it: minified, the last of duplicate keys, numbers as long or double.
/// </summary>
internal static class DynamicText
{
    private const int MaxDepth = 512;

    // A double keeps any number of so many digits.
    private const int ExactDigits = 15;

    private static readonly JsonWriterOptions s_write = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };

    /// <summary>Reads JSON text.</summary>
    /// <param name="text">The field's text, valid UTF-8.</param>
    /// <param name="output">Takes the canonical JSON.</param>
    /// <param name="rounded">True where a number had more digits than a double keeps.</param>
    /// <returns>False where the text is no JSON; nothing is written then.</returns>
    public static bool TryWrite(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output, out bool rounded)
    {
        rounded = false;
        try
        {
            Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = MaxDepth });
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            if (reader.Read())
            {
                return false;
            }

            using Utf8JsonWriter json = new(output, s_write);
            Write(document.RootElement, json, ref rounded);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A string with half of a surrogate pair in \u escapes: JSON by its grammar, text by no encoding.
            output.ResetWrittenCount();
            return false;
        }
    }

    /// <summary>Writes a text as a JSON string: what Kusto makes of a field that is no JSON.</summary>
    public static void WriteAsString(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        using Utf8JsonWriter json = new(output, s_write);
        json.WriteStringValue(text);
    }

    private static void Write(JsonElement value, Utf8JsonWriter json, ref bool rounded)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, json, ref rounded);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement element in value.EnumerateArray())
                {
                    Write(element, json, ref rounded);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                json.WriteRawValue(Number(value, ref rounded), skipInputValidation: true);
                break;
            case JsonValueKind.String:
                json.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteObject(JsonElement value, Utf8JsonWriter json, ref bool rounded)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        json.WriteStartObject();
        foreach ((string name, JsonElement member) in members)
        {
            json.WritePropertyName(name);
            Write(member, json, ref rounded);
        }

        json.WriteEndObject();
    }

    private static string Number(JsonElement value, ref bool rounded)
    {
        string text = value.GetRawText();
        string digits = SignificantDigits(text);
        if (digits.Length <= ExactDigits || value.TryGetInt64(out _))
        {
            return text;
        }

        double real = double.Parse(text, CultureInfo.InvariantCulture);
        string kept = real.ToString("R", CultureInfo.InvariantCulture);
        rounded |= SignificantDigits(kept) != digits;
        return double.IsFinite(real) ? kept : text;
    }

    private static string SignificantDigits(string number)
    {
        int exponent = number.AsSpan().IndexOfAny('e', 'E');
        string mantissa = exponent < 0 ? number : number[..exponent];
        return mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0').TrimEnd('0');
    }
}
