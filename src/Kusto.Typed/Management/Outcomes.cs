namespace Kusto.Typed.Management;

/// <summary>Reads what the service tells of failures and operations.</summary>
internal static class Outcomes
{
    /// <summary>The failures, the last one first.</summary>
    public static IReadOnlyList<KustoIngestionFailure> Failures(KustoCommandResult result) =>
        [.. result.Rows.Select(row => Failure(new OutcomeRow(result, row))).OrderByDescending(failure => failure.FailedOn)];

    /// <summary>The operations of a database in their last state, the last one that changed first.</summary>
    /// <remarks>An operation has a row for each state that it was in.</remarks>
    public static IReadOnlyList<KustoOperation> Operations(KustoCommandResult result, string database) =>
        [
            .. result.Rows.Select(row => Operation(new OutcomeRow(result, row)))
                .GroupBy(operation => operation.Id)
                .Select(states => states.MaxBy(operation => operation.LastUpdatedOn)!) // a group is never empty
                .Where(operation => operation.Database is null
                    || operation.Database.Equals(database, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(operation => operation.LastUpdatedOn),
        ];

    private static KustoIngestionFailure Failure(OutcomeRow row) => new()
    {
        OperationId = row.Id("OperationId") ?? Guid.Empty,
        Database = row.Text("Database") ?? "",
        Table = row.Text("Table") ?? "",
        FailedOn = row.Time("FailedOn"),
        Source = row.Address("IngestionSourcePath"),
        Details = row.Text("Details") ?? "",
        ErrorCode = row.Text("ErrorCode"),
        IsPermanent = row.Text("FailureKind") switch { "Permanent" => true, "Transient" => false, _ => null },
        ShouldRetry = row.Truth("ShouldRetry"),
        OperationKind = row.Text("OperationKind"),
        OriginatesFromUpdatePolicy = row.Truth("OriginatesFromUpdatePolicy") ?? false,
        RootActivityId = row.Id("RootActivityId"),
    };

    private static KustoOperation Operation(OutcomeRow row) => new()
    {
        Id = row.Id("OperationId") ?? Guid.Empty,
        Kind = row.Text("Operation") ?? "",
        State = State(row.Text("State")),
        Status = row.Text("Status") ?? "",
        StartedOn = row.Time("StartedOn"),
        LastUpdatedOn = row.Time("LastUpdatedOn"),
        Duration = row.Span("Duration"),
        Database = row.Text("Database"),
        ShouldRetry = row.Truth("ShouldRetry"),
        RootActivityId = row.Id("RootActivityId"),
    };

    // Names alone: a number is no state.
    private static KustoOperationState State(string? name) =>
        Array.Find(Enum.GetValues<KustoOperationState>(), state => state.ToString() == name);
}
