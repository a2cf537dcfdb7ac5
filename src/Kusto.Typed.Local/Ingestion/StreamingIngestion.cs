using System.Collections.Immutable;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>What a streaming ingest request asks for.</summary>
internal sealed record StreamingRequest(
    string Database, string Table, string? Format, string? MappingName, string ClientRequestId)
{
    public LocalIngestionKind Kind { get; init; } = LocalIngestionKind.Streaming;

    /// <summary>The source's own id; null: it has none.</summary>
    public Guid? SourceId { get; init; }

    public SourceOptions Options { get; init; } = SourceOptions.Default;

    /// <summary>A mapping that the request brings along; null: none.</summary>
    public string? MappingJson { get; init; }
}

/// <summary>What became of a request's records.</summary>
/// <param name="Count">How many there are; 0 where they were there already.</param>
/// <param name="ExtentId">The extent that they lie in; empty where they were there already.</param>
internal readonly record struct StoredRecords(long Count, Guid ExtentId)
{
    public bool WereThere => ExtentId == Guid.Empty;
}

/// <summary>Takes the records of a request into a table: wholly, or not at all.</summary>
internal sealed class StreamingIngestion(ClusterStore cluster)
{
    private readonly LocalKustoOptions _options = cluster.Options;

    /// <summary>Refuses a request that no body could save.</summary>
    /// <exception cref="RequestRefusedException">Database, table, policy, format or mapping is missing.</exception>
    private void Check(StreamingRequest request)
    {
        DatabaseStore database = cluster.Require(request.Database);
        Table table = database.Require(request.Table);
        if ((table.StreamingPolicy ?? database.StreamingPolicy) is not { IsEnabled: true })
        {
            throw Refusal.StreamingNotEnabled(database.Name, table.Name);
        }

        _ = SourceFormat.Delimiter(request.Format);
        _ = Mapping(database, table, request.MappingName);
    }

    /// <summary>Stores the records.</summary>
    /// <exception cref="RequestRefusedException">
    /// The records are not what the table takes; nothing is stored.
    /// </exception>
    public StoredRecords Ingest(StreamingRequest request, RequestBody body)
    {
        Check(request);
        return Store(request, body, cluster.Require(request.Database));
    }

    /// <summary>Stores records whatever the table's streaming policy says.</summary>
    public StoredRecords Store(StreamingRequest request, RequestBody body, DatabaseStore database)
    {
        Table table = database.Require(request.Table);
        WarningList warnings = new(table.Name, request.ClientRequestId, _options.MaxWarnings);
        byte delimiter = SourceFormat.Delimiter(request.Format);
        MappingDefinition? mapping = request.MappingJson is { } json
            ? MappingParser.Parse(MappingKey.Csv("(of the request)"), json, table, default)
            : Mapping(database, table, request.MappingName);
        if (request.Kind == LocalIngestionKind.Queued && mapping is not null)
        {
            table = WithColumnsOf(mapping, table, database);
        }

        SourceReader reader = new(table, mapping, warnings, _options, request.Options, body.Location);
        Extent extent = reader.Read(body.Records.Span, delimiter, out int recordCount);
        bool isThere = false;
        database.Change(request.Table, current =>
        {
            isThere = current.HasIngested(request.Options.IngestIfNotExists);
            return isThere ? current : current.With(extent);
        });
        if (isThere)
        {
            return default;
        }

        database.Log.Add(
            new LocalIngestion
            {
                Table = table.Name,
                Kind = request.Kind,
                SourceId = request.SourceId,
                Tags = request.Options.Tags,
                MappingName = request.MappingName,
                RecordCount = recordCount,
                RawBytes = body.Records.Length,
                BodyBytes = body.SentBytes,
                ClientRequestId = request.ClientRequestId,
                AcceptedOn = extent.CreatedOn,
            },
            warnings.Warnings,
            warnings.Count);
        return new StoredRecords(recordCount, extent.Id);
    }

    // Queued ingestion alone adds the columns that a mapping knows with their types and the table does not.
    private static Table WithColumnsOf(MappingDefinition mapping, Table table, DatabaseStore database)
    {
        ImmutableArray<Column> missing = MappingCheck.MissingColumns(table, mapping);
        return missing.IsEmpty ? table : database.Change(table.Name, current => TableChanges.Merge(current, missing));
    }

    // A mapping of the table goes before one of the database.
    private static MappingDefinition? Mapping(DatabaseStore database, Table table, string? name) =>
        string.IsNullOrEmpty(name)
            ? null
            : table.Mappings.GetValueOrDefault(MappingKey.Csv(name))
                ?? database.Mappings.GetValueOrDefault(MappingKey.Csv(name))
                ?? throw Refusal.MappingNotFound($"table '{table.Name}'", MappingKey.Csv(name), table.Mappings.Keys.Concat(database.Mappings.Keys));
}
