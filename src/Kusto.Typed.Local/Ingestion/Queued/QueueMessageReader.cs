using System.Globalization;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Local.Staging;

namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>Reads the messages of the ready queues, as the various clients write them.</summary>
internal sealed class QueueMessageReader(IStagingStorage storage, string identityToken)
{
    /// <returns>The blob, with a refusal where it is not to be ingested: whoever wrote the message is told.</returns>
    /// <exception cref="RequestRefusedException">The message cannot be read, and so nobody can be told.</exception>
    public QueuedBlob Read(string text)
    {
        using JsonDocument document = Parse(text);
        JsonElement message = document.RootElement;
        QueuedSourceFormat format = QueuedFormats.Unknown;
        RequestRefusedException? refusal = null;
        try
        {
            format = Format(message);
        }
        catch (RequestRefusedException exception)
        {
            refusal = exception;
        }

        return new QueuedBlob
        {
            SourceId = Guid.TryParse(SourceProperties.Text(message, "Id"), out Guid id) ? id : throw Corrupted("its Id is no guid"),
            Database = Required(message, "DatabaseName"),
            Table = Required(message, "TableName"),
            Blob = Uri.TryCreate(Required(message, "BlobPath"), UriKind.Absolute, out Uri? blob)
                ? blob
                : throw Corrupted("its BlobPath is no address"),
            RawSize = long.TryParse(SourceProperties.Text(message, "RawDataSize"), CultureInfo.InvariantCulture, out long size) ? size : null,
            Format = format,
            FlushesImmediately = SourceProperties.IsTrue(SourceProperties.Find(message, "FlushImmediately")),
            DeletesBlob = !SourceProperties.IsTrue(SourceProperties.Find(message, "RetainBlobOnSuccess")),
            Reporter = QueueReporter.Of(message, storage),
            Refusal = refusal,
        };
    }

    private QueuedSourceFormat Format(JsonElement message)
    {
        JsonElement properties = SourceProperties.Find(message, "AdditionalProperties")
            ?? throw Corrupted("it has no AdditionalProperties");
        return SourceProperties.Text(properties, "authorizationContext") == identityToken
            ? QueuedFormats.Of(properties)
            : throw Refusal.BadFormat(
                "BadRequest_InvalidKustoIdentityToken",
                "The message has no identity token, or one that was not given out here: ask with .get kusto identity token.");
    }

    // Most clients write base64, as the service wants it; some the JSON itself.
    private static JsonDocument Parse(string text)
    {
        try
        {
            return text.StartsWith('{')
                ? JsonDocument.Parse(text)
                : JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Corrupted("it is no JSON, neither as it is nor as base64");
        }
    }

    private static string Required(JsonElement message, string name) =>
        SourceProperties.Text(message, name) is { Length: > 0 } value ? value : throw Corrupted($"it has no {name}");

    private static RequestRefusedException Corrupted(string problem) =>
        Refusal.BadFormat("BadRequest_CorruptedMessage", $"A message in a ready queue cannot be read: {problem}.");
}
