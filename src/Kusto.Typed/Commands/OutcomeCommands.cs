using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands;

/// <summary>The commands that show what became of ingestions: each one line, every name and text quoted.</summary>
public static class OutcomeCommands
{
    /// <summary>Lists failed ingestions of a database.</summary>
    /// <param name="database">The database; its name has no case.</param>
    /// <param name="table">The table; null: all tables.</param>
    /// <param name="maxAge">How long ago they failed at most, by the service's clock; null: as long as it keeps them.</param>
    /// <param name="operationId">The operation that failed; null: any.</param>
    public static string ShowIngestionFailures(
        string database, string? table = null, TimeSpan? maxAge = null, Guid? operationId = null)
    {
        string of = operationId is { } id ? $" with (OperationId={KustoText.Literal(id.ToString())})" : "";
        string age = maxAge is { } most ? $" and FailedOn > ago({KustoTimeText.ToLiteral(most)})" : "";
        string name = table is not null ? $" and Table == {KustoText.Literal(table)}" : "";
        return $".show ingestion failures{of} | where Database =~ {KustoText.Literal(database)}{name}{age}";
    }

    /// <summary>Lists the states that operations of the cluster were in.</summary>
    /// <remarks>
    /// An operation is looked for in the list also where its id is known: asked by id, the service knows those of the
    /// last six hours alone.
    /// </remarks>
    /// <param name="maxAge">How long ago they changed at most, by the service's clock; null: as long as it keeps them.</param>
    /// <param name="operationId">The operation; null: all of them.</param>
    public static string ShowOperations(TimeSpan? maxAge = null, Guid? operationId = null)
    {
        List<string> conditions = [];
        if (operationId is { } id)
        {
            conditions.Add($"OperationId == guid({id})");
        }

        if (maxAge is { } most)
        {
            conditions.Add($"LastUpdatedOn > ago({KustoTimeText.ToLiteral(most)})");
        }

        return conditions.Count > 0 ? ".show operations | where " + string.Join(" and ", conditions) : ".show operations";
    }
}
