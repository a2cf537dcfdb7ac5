using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>A table at one moment. A change makes a new one, so whoever reads the old one is not disturbed.</summary>
internal sealed record Table
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Name { get; init; }

    public required ImmutableArray<Column> Columns { get; init; }

    public string? Folder { get; init; }

    public string? DocString { get; init; }

    public ImmutableDictionary<MappingKey, MappingDefinition> Mappings { get; init; } =
        ImmutableDictionary<MappingKey, MappingDefinition>.Empty;

    /// <summary>The table's own policies as they are shown, by what commands call their kinds.</summary>
    public ImmutableDictionary<string, string> Policies { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The streaming ingestion policy; null where the table has none of its own.</summary>
    public StreamingPolicy? StreamingPolicy =>
        Policies.TryGetValue(StreamingPolicy.Kind, out string? policy) ? StreamingPolicy.Parse(policy) : null;

    /// <summary>The ingestion batching policy; null where the table has none of its own.</summary>
    public BatchingPolicy? BatchingPolicy =>
        Policies.TryGetValue(BatchingPolicy.Kind, out string? policy) ? BatchingPolicy.Parse(policy) : null;

    public ImmutableList<Extent> Extents { get; init; } = [];

    public long RowCount { get; init; }

    /// <summary>What the extents take in memory.</summary>
    public long StoredBytes { get; init; }

    public Column? FindColumn(string name) => Columns.FirstOrDefault(column => column.Name == name);

    public Table With(Extent extent) =>
        this with
        {
            Extents = Extents.Add(extent),
            RowCount = RowCount + extent.RowCount,
            StoredBytes = StoredBytes + extent.Bytes,
        };

    /// <summary>True where an extent has one of these as its ingest-by tag.</summary>
    public bool HasIngested(IReadOnlyList<string> values) =>
        values.Count > 0
        && Extents.Any(extent => values.Any(value => extent.Tags.Contains("ingest-by:" + value, StringComparer.Ordinal)));

    public Table WithoutRows() => this with { Extents = [], RowCount = 0, StoredBytes = 0 };
}
