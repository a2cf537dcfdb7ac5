using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Query;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local;

/// <summary>A database of a local endpoint, looked into from within the process.</summary>
/// <remarks>Every property shows the state of the moment. Safe to use from many threads.</remarks>
public sealed class LocalDatabase
{
    private readonly ClusterStore _cluster;
    private readonly DatabaseStore _database;

    internal LocalDatabase(ClusterStore cluster, DatabaseStore database)
    {
        _cluster = cluster;
        _database = database;
    }

    /// <summary>The name, as it was declared.</summary>
    public string Name => _database.Name;

    /// <summary>The names of the tables, in ordinal order.</summary>
    public IReadOnlyList<string> Tables => [.. _database.Tables.Keys];

    /// <summary>
    /// What had to be repaired in accepted batches, oldest first, up to <see cref="LocalKustoOptions.MaxWarnings"/>.
    /// </summary>
    public IReadOnlyList<LocalWarning> Warnings => _database.Log.Warnings;

    /// <summary>How many warnings there were, kept or not.</summary>
    public long WarningCount => _database.Log.WarningCount;

    /// <summary>The accepted batches, oldest first.</summary>
    public IReadOnlyList<LocalIngestion> Ingestions => _database.Log.Ingestions;

    /// <summary>The queued batches that were not ingested, oldest first.</summary>
    public IReadOnlyList<LocalIngestionFailure> IngestionFailures => _database.Log.Failures;

    /// <summary>The number of rows in a table, also in counting mode.</summary>
    /// <exception cref="KustoTypedException">There is no such table.</exception>
    public long CountRows(string table) => _database.Require(table).RowCount;

    /// <summary>Runs a management command, for a test that sets its stage.</summary>
    /// <exception cref="KustoTypedException">The endpoint refuses the command.</exception>
    public void Run(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        new CommandRunner(_cluster, new StreamingIngestion(_cluster)).Run(command, Name, "local");
    }

    /// <summary>The rows of a table, in the order of their ingestion.</summary>
    /// <typeparam name="TRow">The type to read; each of its columns is found in the table by its name.</typeparam>
    /// <param name="table">The table; null: the one that the type is declared for.</param>
    /// <returns>The rows that the table has now: later batches do not show.</returns>
    /// <exception cref="KustoTypedException">
    /// The table, or a column of it, is missing; in counting mode there are no rows to read.
    /// </exception>
    /// <exception cref="KustoRowException">While enumerating: a value is none of its property's type.</exception>
    public IEnumerable<TRow> Rows<TRow>(string? table = null)
        where TRow : IKustoRowReader<TRow> =>
        TypedRows<TRow>.Of(_database.Require(table ?? TRow.Schema.Name), _cluster.Options.CountingMode);
}
