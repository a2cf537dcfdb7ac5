using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>The tables of a database. Reads take a snapshot and never wait; changes go one after another.</summary>
internal sealed class DatabaseStore(string name, ClusterStore cluster)
{
    private readonly Lock _changes = new();
    private readonly IngestionLog _log = new(cluster.Options.MaxWarnings);
    private ImmutableSortedDictionary<string, Table> _tables =
        ImmutableSortedDictionary.Create<string, Table>(StringComparer.Ordinal);

    private int _schemaVersion;

    public string Name => name;

    /// <summary>How often the schema has changed.</summary>
    public int SchemaVersion => Volatile.Read(ref _schemaVersion);

    /// <summary>The version of the schema as it is shown: <c>v1.4</c>.</summary>
    public string Version => FormattableString.Invariant($"v1.{SchemaVersion}");

    /// <summary>The mappings that hold for every table without one of that name.</summary>
    public ImmutableDictionary<MappingKey, MappingDefinition> Mappings { get; private set; } =
        ImmutableDictionary<MappingKey, MappingDefinition>.Empty;

    /// <summary>The policies of tables without one of their own, by what commands call their kinds.</summary>
    public ImmutableDictionary<string, string> Policies { get; private set; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public IngestionLog Log => _log;

    /// <summary>The streaming ingestion policy of tables without one of their own; null: there is none.</summary>
    public StreamingPolicy? StreamingPolicy =>
        Policies.TryGetValue(StreamingPolicy.Kind, out string? policy) ? StreamingPolicy.Parse(policy) : null;

    /// <summary>The ingestion batching policy of tables without one of their own; null: there is none.</summary>
    public BatchingPolicy? BatchingPolicy =>
        Policies.TryGetValue(BatchingPolicy.Kind, out string? policy) ? BatchingPolicy.Parse(policy) : null;

    public ImmutableSortedDictionary<string, Table> Tables => Volatile.Read(ref _tables);

    public Table? Find(string table) => Tables.GetValueOrDefault(table);

    /// <exception cref="RequestRefusedException">There is no such table.</exception>
    public Table Require(string table) => Find(table) ?? throw Refusal.TableNotFound(Name, table, Tables.Keys);

    /// <summary>Applies a change to all tables: wholly, or not at all where it throws.</summary>
    public void Change(
        Func<ImmutableSortedDictionary<string, Table>, ImmutableSortedDictionary<string, Table>> change)
    {
        lock (_changes)
        {
            ImmutableSortedDictionary<string, Table> before = _tables;
            ImmutableSortedDictionary<string, Table> after = change(before);
            cluster.Reserve(StoredBytes(after, before) - StoredBytes(before, after));
            Volatile.Write(ref _tables, after);
            _schemaVersion += SchemaComparison.Differs(before, after) ? 1 : 0;
        }
    }

    /// <summary>Changes the database's own mappings.</summary>
    public void ChangeMappings(
        Func<ImmutableDictionary<MappingKey, MappingDefinition>, ImmutableDictionary<MappingKey, MappingDefinition>> change)
    {
        lock (_changes)
        {
            Mappings = change(Mappings);
            _schemaVersion++;
        }
    }

    /// <summary>Changes the database's own policies.</summary>
    public void ChangePolicies(Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change)
    {
        lock (_changes)
        {
            Policies = change(Policies);
            _schemaVersion++;
        }
    }

    /// <summary>Applies a change to a table that must be there.</summary>
    public Table Change(string table, Func<Table, Table> change)
    {
        Table? changed = null;
        Change(tables =>
        {
            Table current = tables.GetValueOrDefault(table) ?? throw Refusal.TableNotFound(Name, table, tables.Keys);
            changed = change(current);
            return tables.SetItem(table, changed);
        });
        return changed!; // the line above has set it or thrown
    }

    // Only tables that differ count: most changes leave the extents alone, and an ingestion changes one table.
    private static long StoredBytes(
        ImmutableSortedDictionary<string, Table> tables, ImmutableSortedDictionary<string, Table> others)
    {
        long bytes = 0;
        foreach ((string name, Table table) in tables)
        {
            if (others.GetValueOrDefault(name) is not { } other || !ReferenceEquals(other.Extents, table.Extents))
            {
                bytes += table.StoredBytes;
            }
        }

        return bytes;
    }
}
