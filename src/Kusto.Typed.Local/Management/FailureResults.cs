using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The answer to <c>.show ingestion failures [with (OperationId="…")]</c>, of all databases.</summary>
internal static class FailureResults
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(14);

    private static readonly ResultColumn[] s_columns =
    [
        new("OperationId", KustoType.Guid),
        .. ResultColumn.Strings("Database", "Table"),
        new("FailedOn", KustoType.DateTime),
        .. ResultColumn.Strings("IngestionSourcePath", "Details", "FailureKind"),
        new("RootActivityId", KustoType.Guid),
        .. ResultColumn.Strings("OperationKind"),
        new("OriginatesFromUpdatePolicy", KustoType.Bool),
        .. ResultColumn.Strings("ErrorCode", "Principal", "User", "IngestionProperties"),
        new("NumberOfSources", KustoType.Int),
        new("ShouldRetry", KustoType.Bool),
    ];

    public static ResultTable Of(CommandContext context)
    {
        string? id = CommandProperties.Read(context.Text, "OperationId")["OperationId"];
        context.Text.ExpectEnd();
        return new ResultTable(
            s_columns,
            [
                .. context.Cluster.Databases.SelectMany(database => database.Log.Failures
                    .Where(failure => context.Now - failure.FailedOn <= s_kept)
                    .Where(failure => id is null || id.Equals(failure.OperationId.ToString(), StringComparison.OrdinalIgnoreCase))
                    .Select(failure => Row(database, failure))),
            ]);
    }

    private static object?[] Row(DatabaseStore database, LocalIngestionFailure failure) =>
    [
        failure.OperationId, database.Name, failure.Table, failure.FailedOn, failure.SourcePath, failure.Details,
        failure.IsPermanent ? "Permanent" : "Transient", failure.OperationId, OperationResults.Kind, false, failure.ErrorCode,
        "", "", "", 1, !failure.IsPermanent,
    ];
}
