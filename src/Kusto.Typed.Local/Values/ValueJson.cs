using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Local.Values;

/// <summary>Values as the JSON of an answer: long as a number, decimal as a string, dynamic as what it is.</summary>
internal static class ValueJson
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                WriteReal(json, number);
                break;
            case DateTime instant:
                json.WriteStringValue(InstantText.Format(instant));
                break;
            case TimeSpan duration:
                json.WriteStringValue(duration.ToString("c", CultureInfo.InvariantCulture));
                break;
            case DynamicJson dynamic:
                json.WriteRawValue(dynamic.Json, skipInputValidation: true);
                break;
            default:
                json.WriteStringValue(value.ToString()); // string, guid, decimal
                break;
        }
    }

    /// <summary>Writes canonical text without reading it first.</summary>
    public static void WriteCanonical(Utf8JsonWriter json, KustoType type, ReadOnlySpan<byte> text)
    {
        bool raw = type is KustoType.Bool or KustoType.Int or KustoType.Long or KustoType.Dynamic
            || (type == KustoType.Real && text[^1] is >= (byte)'0' and <= (byte)'9');
        if (raw)
        {
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    private static void WriteReal(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
