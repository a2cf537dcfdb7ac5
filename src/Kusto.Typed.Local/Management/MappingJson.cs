using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>Mappings as the JSON that <c>.show</c> commands answer.</summary>
internal static class MappingJson
{
    /// <summary>A mapping in the older of its two shapes, which is how the service gives CSV mappings back.</summary>
    public static string OfCsv(ImmutableArray<MappingElement> elements) =>
        SchemaJson.Write(json =>
        {
            json.WriteStartArray();
            foreach (MappingElement element in elements)
            {
                json.WriteStartObject();
                json.WriteString("Name", element.Column);
                json.WriteString("DataType", element.DataType ?? "");
                json.WriteNull("CsvDataType");
                json.WritePropertyName("Ordinal");
                json.WriteRawValue(element.Ordinal?.ToString(CultureInfo.InvariantCulture) ?? "null");
                json.WriteString("ConstValue", element.ConstValue);
                if (element.Transform != MappingTransform.None)
                {
                    // The older shape has no place of its own for it.
                    json.WriteString("Transform", element.Transform.ToString());
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    /// <summary>A mapping of another kind than CSV: as it was made, but for the order and the case of its members.</summary>
    public static string OfOther(string json) =>
        SchemaJson.Write(written =>
        {
            using JsonDocument mapping = JsonDocument.Parse(json);
            written.WriteStartArray();
            foreach (JsonElement element in mapping.RootElement.EnumerateArray())
            {
                WriteOther(written, element);
            }

            written.WriteEndArray();
        });

    // Those who read a mapping back must not count on what they wrote: neither does the service keep it.
    private static void WriteOther(Utf8JsonWriter json, JsonElement element)
    {
        json.WriteStartObject();
        foreach (JsonProperty member in element.EnumerateObject().OrderByDescending(static member => member.Name, StringComparer.OrdinalIgnoreCase))
        {
            bool isObject = member.Value.ValueKind == JsonValueKind.Object;
            json.WritePropertyName(isObject ? member.Name : member.Name.ToLowerInvariant());
            member.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
