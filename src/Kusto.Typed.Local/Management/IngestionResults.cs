using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>What the endpoint says of ingestions: failures, operations, and the extents that came of them.</summary>
internal static class IngestionResults
{
    /// <summary>Answers <c>.show ingestion failures [with (OperationId="…")]</c>, of all databases.</summary>
    public static ResultTable Failures(CommandContext context)
    {
        CommandProperties properties = CommandProperties.Read(context.Text, "OperationId");
        context.Text.ExpectEnd();
        return new ResultTable(
            [
                new("OperationId", KustoType.Guid),
                .. ResultColumn.Strings("Database", "Table"),
                new("FailedOn", KustoType.DateTime),
                .. ResultColumn.Strings("IngestionSourcePath", "Details", "FailureKind"),
                new("RootActivityId", KustoType.Guid),
                .. ResultColumn.Strings("OperationKind"),
                new("OriginatesFromUpdatePolicy", KustoType.Bool),
                .. ResultColumn.Strings("ErrorCode", "Principal"),
                new("ShouldRetry", KustoType.Bool),
                .. ResultColumn.Strings("User", "IngestionProperties"),
            ],
            [
                .. context.Cluster.Databases.SelectMany(database => database.Log.Failures
                    .Where(failure => properties["OperationId"] is not { } id || id == failure.OperationId.ToString())
                    .Select(failure => (object?[])
                    [
                        failure.OperationId, database.Name, failure.Table, failure.FailedOn, failure.SourcePath, failure.Details,
                        "Permanent", failure.OperationId, "DataIngestPull", false, failure.ErrorCode, "", false, "", "",
                    ])),
            ]);
    }

    /// <summary>Answers <c>.show operations [id]</c>.</summary>
    public static ResultTable Operations(CommandContext context)
    {
        string id = context.Text.Rest.Trim().Trim('"', '\'', '(', ')');
        return new ResultTable(
            [
                new("OperationId", KustoType.Guid),
                .. ResultColumn.Strings("Operation", "NodeId"),
                new("StartedOn", KustoType.DateTime),
                new("LastUpdatedOn", KustoType.DateTime),
                new("Duration", KustoType.TimeSpan),
                .. ResultColumn.Strings("State", "Status"),
            ],
            [
                .. context.Cluster.Databases.SelectMany(static database => database.Log.Operations)
                    .Where(operation => id.Length == 0 || operation.Id.ToString().Equals(id, StringComparison.OrdinalIgnoreCase))
                    .Select(static operation => (object?[])
                    [
                        operation.Id, "DataIngestPull", "Local", operation.StartedOn, operation.EndedOn,
                        operation.EndedOn - operation.StartedOn, operation.State, operation.Status,
                    ]),
            ]);
    }

    /// <summary>Answers <c>.show table T extents</c>.</summary>
    public static ResultTable Extents(CommandContext context, Table table) => new(
        [
            new("ExtentId", KustoType.Guid),
            .. ResultColumn.Strings("DatabaseName", "TableName"),
            new("MaxCreatedOn", KustoType.DateTime),
            new("OriginalSize", KustoType.Real),
            new("ExtentSize", KustoType.Real),
            new("RowCount", KustoType.Long),
            new("MinCreatedOn", KustoType.DateTime),
            .. ResultColumn.Strings("Tags"),
        ],
        [
            .. table.Extents.Select(extent => (object?[])
            [
                extent.Id, context.Database.Name, table.Name, extent.CreatedOn, (double)extent.RawBytes, (double)extent.Bytes,
                (long)extent.RowCount, extent.CreatedOn, string.Join("\r\n", extent.Tags),
            ]),
        ]);
}
