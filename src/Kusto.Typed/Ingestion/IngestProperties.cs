namespace Kusto.Typed;

/// <summary>What the service is told about a call's rows beyond where they go.</summary>
/// <remarks>
/// There is a type for each way that can carry properties: <see cref="QueuedIngestProperties"/> and
/// <see cref="InlineIngestProperties"/>. A streaming request carries none, so a call with properties on a managed
/// ingestor is queued, and on a streaming one it is refused.
/// </remarks>
public abstract record IngestProperties
{
    private protected IngestProperties()
    {
    }

    /// <summary>
    /// Tags of the extents that the rows come to lie in, as they are. Default: none. Tags that differ from call to call
    /// keep extents apart and slow the service down.
    /// </summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Tags by which extents can be dropped together, without their prefix <c>drop-by:</c>. Default: none.</summary>
    public IReadOnlyList<string> DropByTags { get; init; } = [];

    /// <summary>
    /// Tags by which the service can tell what it has ingested, without their prefix <c>ingest-by:</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> IngestByTags { get; init; } = [];

    /// <summary>
    /// Nothing is ingested where the table has an extent with one of these as its <c>ingest-by:</c> tag; written
    /// without that prefix. Default: none. A call of several batches takes <see cref="IdempotencyKey"/> instead: its
    /// second batch would find the tag of its first.
    /// </summary>
    public IReadOnlyList<string> IngestIfNotExists { get; init; } = [];

    /// <summary>
    /// When the rows count as created, from which retention and caching are reckoned; null: when they are ingested.
    /// It lies within the table's retention.
    /// </summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>How records are checked. Default: every record has as many fields as the others, or nothing is ingested.</summary>
    public CsvValidationPolicy ValidationPolicy { get; init; } = new();

    /// <summary>
    /// What makes the call the same at every run, such as the name of the file that the rows are from; null: nothing.
    /// With it each batch has an id of this key, its place and its bytes, which goes along as an <c>ingest-by:</c> tag
    /// with <c>ingestIfNotExists</c>: the same rows in the same order, ingested again, are not added again. A row that
    /// has changed changes its batch, and that batch is then ingested beside the older one.
    /// </summary>
    /// <remarks>
    /// Batches then end by their size alone, so <see cref="KustoIngestOptions.FlushInterval"/> is not looked at, and the
    /// same options must be used at every run. Two runs at the same moment may both ingest.
    /// </remarks>
    public string? IdempotencyKey { get; init; }

    internal virtual void Check()
    {
        ArgumentNullException.ThrowIfNull(Tags);
        ArgumentNullException.ThrowIfNull(DropByTags);
        ArgumentNullException.ThrowIfNull(IngestByTags);
        ArgumentNullException.ThrowIfNull(IngestIfNotExists);
        ArgumentNullException.ThrowIfNull(ValidationPolicy);
        ValidationPolicy.Check();
        CheckTags(DropByTags, "drop-by:", nameof(DropByTags));
        CheckTags(IngestByTags, "ingest-by:", nameof(IngestByTags));
        CheckTags(IngestIfNotExists, "ingest-by:", nameof(IngestIfNotExists));
        CheckTags(Tags, prefix: null, nameof(Tags));
        if (IdempotencyKey is { Length: 0 })
        {
            throw new ArgumentException("The key is empty; give one that names the rows, or null for none.", nameof(IdempotencyKey));
        }

        if (IdempotencyKey is not null && (IngestIfNotExists.Count > 0 || IngestByTags.Count > 0))
        {
            throw new ArgumentException(
                $"{nameof(IdempotencyKey)} sets the ingest-by: tag of each batch and what to look for; leave "
                + $"{nameof(IngestByTags)} and {nameof(IngestIfNotExists)} empty.",
                nameof(IdempotencyKey));
        }
    }

    /// <summary>All tags of a batch, with their prefixes.</summary>
    internal IReadOnlyList<string> TagsOf(Guid sourceId) =>
    [
        .. Tags,
        .. DropByTags.Select(tag => "drop-by:" + tag),
        .. IngestByTags.Select(tag => "ingest-by:" + tag),
        .. IdempotencyKey is null ? Array.Empty<string>() : ["ingest-by:" + sourceId],
    ];

    /// <summary>What must not be there for a batch to be ingested, without prefixes.</summary>
    internal IReadOnlyList<string> IngestIfNotExistsOf(Guid sourceId) =>
        IdempotencyKey is null ? IngestIfNotExists : [sourceId.ToString()];

    private static void CheckTags(IReadOnlyList<string> tags, string? prefix, string name)
    {
        foreach (string tag in tags)
        {
            ArgumentException.ThrowIfNullOrEmpty(tag, name);
            if (prefix is not null && tag.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"'{tag}' has the prefix '{prefix}' already; leave it out.", name);
            }
        }
    }
}
