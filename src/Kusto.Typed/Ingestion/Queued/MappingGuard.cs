using System.Collections.Concurrent;
using Kusto.Typed.Commands;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Sees to it that the mapping of queued rows is there, before the service finds out minutes later.</summary>
internal sealed class MappingGuard(KustoConnection connection, bool creates)
{
    private readonly ConcurrentDictionary<(string Database, string Table, string Mapping), Task> _known = new();

    /// <summary>Asks once for the mapping of a table, and creates it where it is absent.</summary>
    /// <remarks>Where the engine cannot or may not be asked, the rows go their way: the service reports what it finds.</remarks>
    /// <exception cref="KustoTypedException">There is no such table, or no such mapping and it may not be created.</exception>
    public async Task EnsureAsync(IngestTarget target, CancellationToken cancellationToken)
    {
        var key = Key(target);
        Task asking = _known.GetOrAdd(key, _ => LookAsync(target));
        try
        {
            await asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KustoServiceException failure) when (IsOfNoConcern(failure))
        {
            _known.TryRemove(KeyValuePair.Create(key, asking));
        }
        catch (KustoTypedException)
        {
            _known.TryRemove(KeyValuePair.Create(key, asking));
            throw;
        }
    }

    /// <summary>The next look asks again: somebody does not know the mapping.</summary>
    public void Forget(IngestTarget target) => _known.TryRemove(Key(target), out _);

    private static (string Database, string Table, string Mapping) Key(IngestTarget target) =>
        (target.Database.ToUpperInvariant(), target.Table, target.MappingName);

    private async Task LookAsync(IngestTarget target)
    {
        KustoCommandResult mappings = await connection.ReadCommandAsync(
            KustoEndpoint.Engine, target.Database, TableCommands.ShowCsvMappings(target.Table), CancellationToken.None)
            .ConfigureAwait(false);
        if (mappings.Rows.Any(row => row.GetString("Name") == target.MappingName))
        {
            return;
        }

        if (!creates)
        {
            throw Absent(target, $"{nameof(KustoIngestOptions)}.{nameof(KustoIngestOptions.EnsureMapping)} is false", null);
        }

        try
        {
            await CreateAsync(target).ConfigureAwait(false);
        }
        catch (KustoServiceException failure) when (failure.IsPermanent)
        {
            throw Absent(target, $"it cannot be created: {failure.Message.TrimEnd('.')}", failure);
        }
    }

    private async Task CreateAsync(IngestTarget target)
    {
        await ExecuteAsync(target, TableCommands.CreateOrAlterMapping(target.Schema)).ConfigureAwait(false);
        try
        {
            await ExecuteAsync(target, TableCommands.ClearStreamingIngestionCache(target.Table)).ConfigureAwait(false);
        }
        catch (KustoServiceException)
        {
            // Then the nodes learn of the mapping by themselves, within minutes; until then rows are queued.
        }
    }

    // Creating it twice is as good as once.
    private ValueTask<KustoCommandResult> ExecuteAsync(IngestTarget target, string command) =>
        connection.ReadCommandAsync(KustoEndpoint.Engine, target.Database, command, CancellationToken.None);

    private static bool IsOfNoConcern(KustoServiceException failure) =>
        !failure.IsPermanent || failure.Status is 401 or 403
        || (failure.Code?.Contains("Forbidden", StringComparison.OrdinalIgnoreCase) ?? false)
        || (failure.Code?.Contains("AccessDenied", StringComparison.OrdinalIgnoreCase) ?? false);

    private static KustoTypedException Absent(IngestTarget target, string why, Exception? inner) => new(
        $"The table {target.Database}.{target.Table} has no CSV mapping '{target.MappingName}', and {why}. Apply the schema "
        + $"(kusto.Schema(\"{target.Database}\").ApplyAsync<…>()) before ingesting.",
        inner);
}
