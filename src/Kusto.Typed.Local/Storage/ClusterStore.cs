using System.Collections.Concurrent;

namespace Kusto.Typed.Local.Storage;

/// <summary>All databases, and the memory that their rows may take.</summary>
internal sealed class ClusterStore
{
    private readonly ConcurrentDictionary<string, DatabaseStore> _databases = new(StringComparer.OrdinalIgnoreCase);
    private long _storedBytes;

    public ClusterStore(LocalKustoOptions options)
    {
        Options = options;
        foreach (string name in options.Databases.Prepend(DefaultDatabase))
        {
            _databases.TryAdd(name, new DatabaseStore(name, this));
        }
    }

    /// <summary>The database that every cluster has, and that requests without one mean.</summary>
    public static string DefaultDatabase => "NetDefaultDB";

    public LocalKustoOptions Options { get; }

    public IEnumerable<DatabaseStore> Databases =>
        _databases.Values.OrderBy(static database => database.Name, StringComparer.Ordinal);

    public long StoredBytes => Interlocked.Read(ref _storedBytes);

    /// <exception cref="RequestRefusedException">There is no such database.</exception>
    public DatabaseStore Require(string? name)
    {
        string wanted = string.IsNullOrEmpty(name) ? DefaultDatabase : name;
        if (_databases.TryGetValue(wanted, out DatabaseStore? database))
        {
            return database;
        }

        return Options.CreateDatabasesOnFirstUse
            ? _databases.GetOrAdd(wanted, static (created, store) => new DatabaseStore(created, store), this)
            : throw Refusal.DatabaseNotFound(wanted, Databases.Select(static known => known.Name));
    }

    /// <summary>Counts bytes that are about to be stored, or, where negative, that are let go.</summary>
    /// <exception cref="RequestRefusedException">The rows would take more than the options allow.</exception>
    public void Reserve(long bytes)
    {
        long stored = Interlocked.Add(ref _storedBytes, bytes);
        if (bytes > 0 && stored > Options.MaxBytes)
        {
            Interlocked.Add(ref _storedBytes, -bytes);
            throw Refusal.Full(stored - bytes, bytes, Options.MaxBytes);
        }
    }
}
