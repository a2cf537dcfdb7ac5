using Kusto.Typed.Commands;
using Kusto.Typed.Management;
using Kusto.Typed.Schema;

namespace Kusto.Typed;

/// <summary>Creates and changes the tables of one database as types declare them.</summary>
/// <remarks>Any number of threads may use it at once. It neither owns nor disposes the connection.</remarks>
public sealed partial class KustoSchemaClient
{
    private readonly KustoConnection _connection;

    internal KustoSchemaClient(KustoConnection connection, string database)
    {
        _connection = connection;
        Database = database;
    }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Creates the table of a row type, or adds what it lacks: see the other overload.</summary>
    /// <exception cref="KustoSchemaException">The table is not as the type declares it.</exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public ValueTask<KustoSchemaResult> ApplyAsync<TRow>(CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        ApplyAsync(TRow.Schema, cancellationToken);

    /// <summary>Creates the table, or adds what it lacks: columns at its end, mapping, docstrings, policies.</summary>
    /// <remarks>
    /// A column that the table has under the name of its <see cref="KustoRenamedFromAttribute"/> is renamed. Never
    /// drops or retypes a column, and is safe to run again. Where the table takes streamed rows, the engine's nodes are
    /// made to read the schema anew. What the service answers is compared with what was declared. The commands are no
    /// transaction: those before a failing one have been carried out.
    /// </remarks>
    /// <exception cref="KustoSchemaException">The table is not as declared.</exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public async ValueTask<KustoSchemaResult> ApplyAsync(
        TableSchema table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        List<string> commands = [];
        foreach (string command in await RenamesAsync(table, cancellationToken).ConfigureAwait(false))
        {
            await RunAsync(command, commands, cancellationToken).ConfigureAwait(false);
        }

        foreach (string command in TableCommands.Script(table))
        {
            KustoCommandResult result = await RunAsync(command, commands, cancellationToken).ConfigureAwait(false);
            AppliedSchema.Check(table, command, result);
        }

        if (table.StreamingIngestion)
        {
            await ClearCacheAsync(table, commands, cancellationToken).ConfigureAwait(false);
        }

        return new KustoSchemaResult(commands);
    }

    /// <summary>Drops a table with its rows; nothing happens where there is none.</summary>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    public async ValueTask<KustoSchemaResult> DropAsync(string table, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        List<string> commands = [];
        await RunAsync(TableCommands.DropIfExists(table), commands, cancellationToken).ConfigureAwait(false);
        return new KustoSchemaResult(commands);
    }

    // A rename cannot be run again, so that what the table has now decides; without former names nothing is asked.
    private async ValueTask<IReadOnlyList<string>> RenamesAsync(TableSchema table, CancellationToken cancellationToken)
    {
        if (table.Columns.All(column => column.RenamedFrom is null))
        {
            return [];
        }

        KustoCommandResult tables = await _connection
            .ExecuteCommandAsync(Database, TableCommands.ShowTables(), cancellationToken).ConfigureAwait(false);
        if (!tables.Rows.Any(row => row.GetString("TableName") == table.Name))
        {
            return [];
        }

        KustoCommandResult schema = await _connection
            .ExecuteCommandAsync(Database, TableCommands.ShowSchema(table.Name), cancellationToken).ConfigureAwait(false);
        return AppliedSchema.Renames(table, schema);
    }

    private ValueTask<KustoCommandResult> RunAsync(
        string command, List<string> commands, CancellationToken cancellationToken)
    {
        commands.Add(command);
        return _connection.ExecuteCommandAsync(Database, command, cancellationToken);
    }

    // Each node answers with a row of its own, and one that was busy answers Failed: ask again until none does.
    private async ValueTask ClearCacheAsync(
        TableSchema table, List<string> commands, CancellationToken cancellationToken)
    {
        string command = TableCommands.ClearStreamingIngestionCache(table.Name);
        for (int attempt = 1; ; attempt++)
        {
            KustoCommandResult result = await RunAsync(command, commands, cancellationToken).ConfigureAwait(false);
            int failed = result.Rows.Count(row => row.GetString("Status") != "Succeeded");
            if (failed == 0)
            {
                return;
            }

            TimeSpan delay = _connection.Retry.DelayAfter(attempt)
                ?? throw new KustoSchemaException(
                    $"{failed} of {result.Rows.Count} nodes of the engine did not take the new schema in {attempt} "
                    + "attempts: streamed rows may be refused for some minutes. Apply the schema again.",
                    table.Name);
            await _connection.Retry.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }
}
