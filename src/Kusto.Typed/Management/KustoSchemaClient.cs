using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
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

    /// <summary>Creates the table of a row type, or adds what it lacks: see the overload for several tables.</summary>
    /// <exception cref="KustoSchemaException">The table is not as the type declares it.</exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public ValueTask<KustoSchemaResult> ApplyAsync<TRow>(CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        ApplyAsync(TRow.Schema, cancellationToken);

    /// <summary>Creates the table, or adds what it lacks: see the overload for several tables.</summary>
    /// <exception cref="KustoSchemaException">The table is not as declared.</exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public ValueTask<KustoSchemaResult> ApplyAsync(TableSchema table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ApplyAsync([table], options: null, cancellationToken);
    }

    /// <summary>
    /// Creates the tables, or adds what they lack: columns at their end, mappings, docstrings, folders, policies.
    /// </summary>
    /// <remarks>
    /// What is there is read first and only differences are done away with, so that it is safe to run again, and sends
    /// nothing then that changes anything. A column that the table has under the name of its
    /// <see cref="KustoRenamedFromAttribute"/> is renamed. Nothing that would lose values or rows is done unless the
    /// options name it; otherwise it is an error before any command is sent. Columns that the type does not declare stay.
    /// Where the table takes streamed rows, the engine's nodes are made to read the schema anew. In the end the tables are
    /// read again and compared. The commands are no transaction: those before a failing one have been carried out.
    /// </remarks>
    /// <param name="tables">The tables, such as <c>KustoTables.All</c>.</param>
    /// <param name="options">How far to go; null: the defaults.</param>
    /// <param name="cancellationToken">Ends it between two commands or during one.</param>
    /// <exception cref="KustoSchemaException">
    /// Something would be lost that the options do not name, or a table is not as declared in the end.
    /// </exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public async ValueTask<KustoSchemaResult> ApplyAsync(
        IEnumerable<TableSchema> tables, KustoApplyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        options ??= new KustoApplyOptions();
        TableSchema[] declared = [.. tables];
        KustoSchemaDiff diff = await DiffAsync(declared, includeExtraTables: false, cancellationToken).ConfigureAwait(false);
        SchemaPlan plan = SchemaPlan.Of(diff, options);
        if (plan.Stops is [var stop, ..])
        {
            throw Stopped(stop, plan.Stops.Count - 1);
        }

        if (options.DryRun)
        {
            return new KustoSchemaResult(plan.Commands, diff, plan.Left);
        }

        List<string> commands = [];
        foreach (string command in plan.Commands)
        {
            await RunAsync(command, commands, cancellationToken).ConfigureAwait(false);
        }

        HashSet<string> changed = [.. plan.Steps.Select(step => step.Table)];
        TableSchema[] touched = [.. declared.Where(table => changed.Contains(table.Name))];
        foreach (TableSchema table in touched.Where(table => table.StreamingIngestion))
        {
            await ClearCacheAsync(table, commands, cancellationToken).ConfigureAwait(false);
        }

        await ProveAsync(touched, options, cancellationToken).ConfigureAwait(false);
        return new KustoSchemaResult(commands, diff, plan.Left);
    }

    /// <summary>Says in what the table of a row type differs from it. Changes nothing.</summary>
    /// <exception cref="KustoSchemaException">The service's answers cannot be read.</exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public ValueTask<KustoSchemaDiff> DiffAsync<TRow>(CancellationToken cancellationToken = default)
        where TRow : IKustoRow<TRow> =>
        DiffAsync([TRow.Schema], includeExtraTables: false, cancellationToken);

    /// <summary>Says in what tables differ from what is declared. Changes nothing.</summary>
    /// <param name="tables">The declared tables.</param>
    /// <param name="includeExtraTables">True: tables that are not declared are differences too, though no drift.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="KustoSchemaException">The service's answers cannot be read.</exception>
    /// <exception cref="KustoServiceException">The service refused a command or did not answer.</exception>
    public async ValueTask<KustoSchemaDiff> DiffAsync(
        IEnumerable<TableSchema> tables, bool includeExtraTables = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        TableSchema[] declared = [.. tables];
        StoredSchemaReader reader = new(_connection, Database);
        HashSet<string> names = await reader.NamesAsync(cancellationToken).ConfigureAwait(false);
        List<StoredTable> found = [];
        foreach (TableSchema table in declared.Where(table => names.Contains(table.Name)))
        {
            found.Add(await reader.TableAsync(table, cancellationToken).ConfigureAwait(false));
        }

        names.ExceptWith(declared.Select(table => table.Name));
        return KustoSchemaDiff.Compare(
            declared, found.Concat(names.Select(name => new StoredTable(name, []))), includeExtraTables);
    }

    /// <summary>Drops a table with its rows; nothing happens where there is none.</summary>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    public async ValueTask<KustoSchemaResult> DropAsync(string table, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        List<string> commands = [];
        await RunAsync(TableCommands.DropIfExists(table), commands, cancellationToken).ConfigureAwait(false);
        return new KustoSchemaResult(commands, differences: null);
    }

    private static KustoSchemaException Stopped(SchemaDifference stop, int others)
    {
        string permission = stop.Class == SchemaChangeClass.LosesData
            ? $"\nTo lose them all the same, name '{stop.Path}' in {nameof(KustoApplyOptions)}.{nameof(KustoApplyOptions.AllowDataLoss)}."
            : "";
        string more = others == 0 ? "" : $"\n{others} more differences stop it too; DiffAsync lists them.";
        string advice = stop.Advice is null ? "" : " " + stop.Advice;
        return Problem($"Nothing was changed.{advice}{permission}{more}", stop);
    }

    private static KustoSchemaException Problem(string consequence, SchemaDifference difference) =>
        new(
            (difference.Kind == SchemaDifferenceKind.Policy ? $"policy {difference.Subject}: " : "") + $"{difference.Text}. {consequence}",
            difference.Table,
            difference.IsOfColumn ? difference.Subject : null);

    // A command that was carried out need not have done what it says: what is there is what counts.
    private async ValueTask ProveAsync(
        TableSchema[] tables, KustoApplyOptions options, CancellationToken cancellationToken)
    {
        if (tables.Length == 0)
        {
            return;
        }

        KustoSchemaDiff after = await DiffAsync(tables, includeExtraTables: false, cancellationToken).ConfigureAwait(false);
        if (SchemaPlan.Of(after, options) is { Steps: [var left, ..] })
        {
            throw Problem("The service had carried out the commands; look at what is there with DiffAsync.", left);
        }
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
