using System.Text.Json;
using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>Asks a database for its tables, as far as types speak of them: commands that change nothing.</summary>
internal sealed class StoredSchemaReader(KustoConnection connection, string database)
{
    /// <summary>The names of the tables of the database.</summary>
    public async ValueTask<HashSet<string>> NamesAsync(CancellationToken cancellationToken)
    {
        KustoCommandResult tables = await ShowAsync(TableCommands.ShowTables(), cancellationToken).ConfigureAwait(false);
        return [.. tables.Rows.Select(row => row.GetString("TableName")).OfType<string>()];
    }

    /// <summary>A table that is there, with its mappings, and those policies that the type declares.</summary>
    public async ValueTask<StoredTable> TableAsync(TableSchema table, CancellationToken cancellationToken)
    {
        KustoCommandResult schema =
            await ShowAsync(TableCommands.ShowSchema(table.Name), cancellationToken).ConfigureAwait(false);
        StoredTable found = Parsed(table, schema);
        return found with
        {
            Columns = await WithEncodingsAsync(table, found.Columns, cancellationToken).ConfigureAwait(false),
            CsvMappings = await MappingsAsync(table, cancellationToken).ConfigureAwait(false),
            Policies = await PoliciesAsync(table, cancellationToken).ConfigureAwait(false),
            RowCount = await RowCountAsync(table, cancellationToken).ConfigureAwait(false),
        };
    }

    private static StoredTable Parsed(TableSchema table, KustoCommandResult result)
    {
        try
        {
            string json = result.Rows.FirstOrDefault()?.GetString("Schema") ?? "";
            return StoredSchemaParser.Parse(json)[0];
        }
        catch (FormatException exception)
        {
            throw new KustoSchemaException(
                $"the service's answer to {TableCommands.ShowSchema(table.Name)} cannot be read. {exception.Message}", table.Name);
        }
    }

    private async ValueTask<IReadOnlyList<StoredMapping>> MappingsAsync(TableSchema table, CancellationToken cancellationToken)
    {
        KustoCommandResult mappings =
            await ShowAsync(TableCommands.ShowCsvMappings(table.Name), cancellationToken).ConfigureAwait(false);
        List<StoredMapping> found = [];
        foreach (KustoCommandRow row in mappings.Rows.Where(row => row.GetString("Name") == table.Mapping.Name))
        {
            try
            {
                found.Add(new StoredMapping(table.Mapping.Name, MappingParser.Parse(row.GetString("Mapping") ?? "[]")));
            }
            catch (FormatException exception)
            {
                throw new KustoSchemaException(
                    $"the mapping '{table.Mapping.Name}' cannot be read. {exception.Message}", table.Name);
            }
        }

        return found;
    }

    private async ValueTask<IReadOnlyDictionary<string, string>> PoliciesAsync(
        TableSchema table, CancellationToken cancellationToken)
    {
        Dictionary<string, string> policies = new(StringComparer.Ordinal);
        foreach (TablePolicy policy in table.Policies)
        {
            KustoCommandResult result =
                await ShowAsync(TableCommands.ShowPolicy(table.Name, policy), cancellationToken).ConfigureAwait(false);
            policies[policy.CommandName] = result.Rows.FirstOrDefault()?.GetString("Policy") ?? "null";
        }

        return policies;
    }

    private async ValueTask<IReadOnlyList<StoredColumn>> WithEncodingsAsync(
        TableSchema table, IReadOnlyList<StoredColumn> columns, CancellationToken cancellationToken)
    {
        List<StoredColumn> found = [];
        foreach (StoredColumn column in columns)
        {
            bool isDeclared = table.Columns.Any(declared =>
                declared.Encoding != KustoEncoding.Default && (declared.Name == column.Name || declared.RenamedFrom == column.Name));
            found.Add(isDeclared
                ? column with { Encoding = await EncodingAsync(table.Name, column.Name, cancellationToken).ConfigureAwait(false) }
                : column);
        }

        return found;
    }

    private async ValueTask<string> EncodingAsync(string table, string column, CancellationToken cancellationToken)
    {
        KustoCommandResult result =
            await ShowAsync(TableCommands.ShowEncoding(table, column), cancellationToken).ConfigureAwait(false);
        string? policy = result.Rows.FirstOrDefault()?.GetString("Policy");
        if (string.IsNullOrEmpty(policy) || policy == "null")
        {
            return "";
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(policy);
            return JsonMembers.Text(json.RootElement, "Type") ?? JsonMembers.Text(json.RootElement, "EncodingPolicyType") ?? policy;
        }
        catch (JsonException)
        {
            return policy;
        }
    }

    // Asked only where it decides whether rows could be lost.
    private async ValueTask<long?> RowCountAsync(TableSchema table, CancellationToken cancellationToken)
    {
        bool decides = table.Policies.Any(policy => policy.Kind is PolicyKind.Retention or PolicyKind.AutoDelete)
            || table.Columns.Any(column => column.Encoding != KustoEncoding.Default);
        if (!decides)
        {
            return null;
        }

        KustoCommandResult details =
            await ShowAsync(TableCommands.ShowDetails(table.Name), cancellationToken).ConfigureAwait(false);
        return details.Columns.Contains("TotalRowCount", StringComparer.Ordinal)
            ? details.Rows.FirstOrDefault()?.GetInt64("TotalRowCount")
            : null;
    }

    private ValueTask<KustoCommandResult> ShowAsync(string command, CancellationToken cancellationToken) =>
        connection.ExecuteCommandAsync(database, command, cancellationToken);
}
