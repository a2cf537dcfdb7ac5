using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>What both protocols spell alike of a source's properties.</summary>
internal static class PropertyJson
{
    /// <summary>Writes format, mapping, creation time and what the caller added, as members of the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, QueuedSource source)
    {
        SourceFormat format = source.Format;
        json.WriteString(QueuedPropertyNames.Format, format.Name);
        WriteUnlessNull(json, QueuedPropertyNames.IngestionMappingReference, format.MappingName);
        WriteUnlessNull(json, QueuedPropertyNames.IngestionMapping, format.MappingJson);
        if (format.MappingName is not null || format.MappingJson is not null)
        {
            json.WriteString(QueuedPropertyNames.IngestionMappingType, format.MappingKind);
        }

        WriteUnlessNull(json, QueuedPropertyNames.ZipPattern, format.ZipPattern);
        if (format.IgnoreFirstRecord)
        {
            json.WriteBoolean(QueuedPropertyNames.IgnoreFirstRecord, value: true);
        }

        if (format.MappingKind == "Csv")
        {
            json.WriteString(QueuedPropertyNames.ValidationPolicy, source.Properties.ValidationPolicy.ToJson());
        }

        WriteUnlessNull(json, QueuedPropertyNames.CreationTime, Instant(source.Properties.CreationTime));
        foreach ((string name, string value) in source.Properties.AdditionalProperties)
        {
            json.WriteString(name, value);
        }
    }

    public static string? Instant(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A list as the JSON text of one.</summary>
    public static string List(IReadOnlyList<string> values)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text))
        {
            WriteArray(json, values);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    public static void WriteArray(Utf8JsonWriter json, IReadOnlyList<string> values)
    {
        json.WriteStartArray();
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
