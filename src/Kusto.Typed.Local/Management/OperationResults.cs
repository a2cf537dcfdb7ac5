using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The answer to <c>.show operations [id]</c>, of all databases.</summary>
internal static class OperationResults
{
    /// <summary>What every operation here is: rows pulled from a blob.</summary>
    public const string Kind = "DataIngestPull";

    private static readonly TimeSpan s_listed = TimeSpan.FromDays(14);
    private static readonly TimeSpan s_foundById = TimeSpan.FromHours(6);

    private static readonly ResultColumn[] s_columns =
    [
        new("OperationId", KustoType.Guid),
        .. ResultColumn.Strings("Operation", "NodeId"),
        new("StartedOn", KustoType.DateTime),
        new("LastUpdatedOn", KustoType.DateTime),
        new("Duration", KustoType.TimeSpan),
        .. ResultColumn.Strings("State", "Status"),
        new("RootActivityId", KustoType.Guid),
        new("ShouldRetry", KustoType.Bool),
        .. ResultColumn.Strings("Database", "Principal", "User"),
        new("AdminEpochStartTime", KustoType.DateTime),
        .. ResultColumn.Strings("VirtualCluster"),
    ];

    /// <summary>By id an operation has its last state alone; the list has a row for each state that it was in.</summary>
    public static ResultTable Of(CommandContext context)
    {
        HashSet<Guid> ids = context.Text.AtEnd ? [] : ReadIds(context);
        context.Text.ExpectEnd();
        TimeSpan kept = ids.Count > 0 ? s_foundById : s_listed;
        return new ResultTable(
            s_columns,
            [
                .. context.Cluster.Databases.SelectMany(database => database.Log.Operations
                    .Where(operation => context.Now - operation.StartedOn <= kept)
                    .SelectMany(operation => ids.Count == 0
                        ? [Begun(database, operation), Ended(database, operation)]
                        : ids.Contains(operation.Id) ? (object?[][])[Ended(database, operation)] : [])),
            ]);
    }

    private static HashSet<Guid> ReadIds(CommandContext context)
    {
        bool several = context.Text.TryPunctuation('(');
        HashSet<Guid> ids = [];
        do
        {
            ids.Add(context.Text.ReadGuid());
        }
        while (several && context.Text.TryPunctuation(','));
        if (several)
        {
            context.Text.Expect(')');
        }

        return ids;
    }

    private static object?[] Begun(DatabaseStore database, OperationEntry operation) =>
        Row(database, operation, operation.StartedOn, "InProgress", "");

    private static object?[] Ended(DatabaseStore database, OperationEntry operation) =>
        Row(database, operation, operation.EndedOn, operation.State, operation.Status);

    private static object?[] Row(DatabaseStore database, OperationEntry operation, DateTime updatedOn, string state, string status) =>
    [
        operation.Id, Kind, "Local", operation.StartedOn, updatedOn, updatedOn - operation.StartedOn, state, status,
        operation.Id, operation.ShouldRetry, database.Name, "", "", null, "",
    ];
}
