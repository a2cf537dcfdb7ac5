namespace Kusto.Typed.Ingestion.Queued;

/// <summary>The names of ingestion properties, as the service's documentation spells them.</summary>
internal static class QueuedPropertyNames
{
    public const string AuthorizationContext = "authorizationContext";
    public const string CreationTime = "creationTime";
    public const string Format = "format";
    public const string IgnoreFirstRecord = "ignoreFirstRecord";
    public const string IngestIfNotExists = "ingestIfNotExists";
    public const string IngestionMapping = "ingestionMapping";
    public const string IngestionMappingReference = "ingestionMappingReference";
    public const string IngestionMappingType = "ingestionMappingType";
    public const string Tags = "tags";
    public const string ValidationPolicy = "validationPolicy";
    public const string ZipPattern = "zipPattern";

    // Of the REST protocol alone.
    public const string DeleteAfterDownload = "deleteAfterDownload";
    public const string EnableTracking = "enableTracking";
    public const string SkipBatching = "skipBatching";

    private static readonly HashSet<string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        AuthorizationContext, CreationTime, Format, IgnoreFirstRecord, IngestIfNotExists, IngestionMapping,
        IngestionMappingReference, IngestionMappingType, Tags, ValidationPolicy, ZipPattern, DeleteAfterDownload,
        EnableTracking, SkipBatching,
    };

    /// <summary>True for a property that has a place of its own, whatever its case.</summary>
    public static bool IsOwn(string name) => s_own.Contains(name);
}
