using System.Buffers;
using System.Text.Json;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>The message by which the storage queue protocol hands a blob to the service.</summary>
internal static class QueueMessage
{
    // A queue takes 64 KiB, and base64 makes four bytes of three.
    private const int MaxBytes = 48 * 1024;

    /// <summary>Writes the message as JSON.</summary>
    /// <param name="source">The blob and its properties.</param>
    /// <param name="identityToken">By which the service knows who ingests.</param>
    /// <param name="status">The entity that the service reports into; null: none.</param>
    /// <param name="method">Where the service reports to.</param>
    /// <param name="now">When the message is written.</param>
    /// <exception cref="KustoTypedException">The message is larger than a queue takes.</exception>
    public static ReadOnlyMemory<byte> Write(
        QueuedSource source, string identityToken, StatusEntity? status, ReportMethod method, DateTimeOffset now)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString("Id", source.SourceId);
            json.WriteString("BlobPath", source.Blob.AbsoluteUri);
            if (source.RawBytes is { } rawBytes)
            {
                json.WriteNumber("RawDataSize", rawBytes);
            }

            json.WriteString("DatabaseName", source.Database);
            json.WriteString("TableName", source.Table);
            json.WriteBoolean("RetainBlobOnSuccess", !source.Format.DeletesBlob);
            json.WriteBoolean("FlushImmediately", source.Properties.FlushImmediately);
            json.WriteBoolean("IgnoreSizeLimit", value: false);
            json.WriteNumber("ReportLevel", (int)source.Properties.ReportLevel);
            json.WriteNumber("ReportMethod", (int)method);
            json.WriteString("SourceMessageCreationTime", PropertyJson.Instant(now));
            status?.WriteReference(json);
            WriteProperties(json, source, identityToken);
            json.WriteEndObject();
        }

        return bytes.WrittenCount <= MaxBytes
            ? bytes.WrittenMemory
            : throw new KustoTypedException(
                $"The message for {source.Database}.{source.Table} has {bytes.WrittenCount} bytes and a storage queue takes "
                + $"{MaxBytes}: create the mapping in the table and name it, or send fewer tags.");
    }

    private static void WriteProperties(Utf8JsonWriter json, QueuedSource source, string identityToken)
    {
        json.WriteStartObject("AdditionalProperties");
        json.WriteString(QueuedPropertyNames.AuthorizationContext, identityToken);
        PropertyJson.Write(json, source);
        WriteList(json, QueuedPropertyNames.Tags, source.Properties.TagsOf(source.SourceId));
        WriteList(json, QueuedPropertyNames.IngestIfNotExists, source.Properties.IngestIfNotExistsOf(source.SourceId));
        json.WriteEndObject();
    }

    // A list is the JSON text of one, within the JSON.
    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WriteString(name, PropertyJson.List(values));
        }
    }
}
