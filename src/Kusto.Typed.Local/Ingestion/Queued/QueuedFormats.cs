using System.Text.Json;

namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>Reads what messages and submissions say of how a blob is read.</summary>
internal static class QueuedFormats
{
    /// <summary>Of a blob that is not ingested.</summary>
    public static QueuedSourceFormat Unknown { get; } = new("", null, null, null, null, SourceOptions.Default);

    /// <exception cref="RequestRefusedException">A property is malformed.</exception>
    public static QueuedSourceFormat Of(JsonElement properties)
    {
        string? reference = SourceProperties.Text(properties, "ingestionMappingReference")
            ?? SourceProperties.Text(properties, "mappingReference");
        string? mapping = SourceProperties.Text(properties, "ingestionMapping");
        return string.IsNullOrEmpty(reference) || string.IsNullOrEmpty(mapping)
            ? new QueuedSourceFormat(
                KeyOf(properties),
                SourceProperties.Text(properties, "format"),
                reference,
                string.IsNullOrEmpty(mapping) ? null : mapping,
                SourceProperties.Text(properties, "zipPattern"),
                SourceProperties.Options(properties))
            : throw Refusal.BadFormat(
                "BadRequest_DuplicateMapping", "Both ingestionMapping and ingestionMappingReference are given; leave one.");
    }

    // Who ingests does not keep blobs apart.
    private static string KeyOf(JsonElement properties) => string.Join(
        '\n',
        properties.EnumerateObject()
            .Where(static member => !member.Name.Equals("authorizationContext", StringComparison.OrdinalIgnoreCase))
            .Select(static member => member.Name.ToUpperInvariant() + "=" + member.Value.GetRawText())
            .Order(StringComparer.Ordinal));
}
