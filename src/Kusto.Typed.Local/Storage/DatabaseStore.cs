using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>The tables of a database. Reads take a snapshot and never wait; changes go one after another.</summary>
internal sealed class DatabaseStore(string name, ClusterStore cluster)
{
    private readonly Lock _changes = new();
    private readonly IngestionLog _log = new(cluster.Options.MaxWarnings);
    private ImmutableSortedDictionary<string, Table> _tables =
        ImmutableSortedDictionary.Create<string, Table>(StringComparer.Ordinal);

    public string Name => name;

    public IngestionLog Log => _log;

    /// <summary>The streaming ingestion policy of tables without one of their own; null: there is none.</summary>
    public StreamingPolicy? StreamingPolicy { get; set; }

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
