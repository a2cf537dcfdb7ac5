using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>The entity of a status table that the service reports one batch into.</summary>
internal sealed class StatusEntity(Uri table, EntityKey key)
{
    public Uri Table => table;

    public EntityKey Key => key;

    /// <summary>The entity as it stands before the service has seen the batch.</summary>
    public string ToJson(QueuedSource source, DateTimeOffset now)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", key.Partition);
            json.WriteString("RowKey", key.Row);
            json.WriteString("Status", "Pending");
            json.WriteString("IngestionSourceId", source.SourceId);
            json.WriteString("IngestionSourcePath", source.Blob.GetLeftPart(UriPartial.Path));
            json.WriteString("Database", source.Database);
            json.WriteString("Table", source.Table);
            json.WriteString("UpdatedOn", PropertyJson.Instant(now));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes where the entity is, for the service.</summary>
    public void WriteReference(Utf8JsonWriter json)
    {
        json.WriteStartObject("IngestionStatusInTable");
        json.WriteString("TableConnectionString", table.AbsoluteUri);
        json.WriteString("PartitionKey", key.Partition);
        json.WriteString("RowKey", key.Row);
        json.WriteEndObject();
    }
}
