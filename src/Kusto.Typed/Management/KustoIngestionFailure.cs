namespace Kusto.Typed;

/// <summary>An ingestion that failed, as the service tells it.</summary>
/// <remarks>It lists failures of its own commands only: that there is none is no proof that rows have arrived.</remarks>
public sealed record KustoIngestionFailure
{
    /// <summary>The operation; empty where it had not become one.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The table that was named.</summary>
    public required string Table { get; init; }

    /// <summary>When it failed, in UTC.</summary>
    public required DateTimeOffset FailedOn { get; init; }

    /// <summary>Where the data came from, without the key of its address; null where the service does not tell.</summary>
    public string? Source { get; init; }

    /// <summary>What was wrong, in the service's words, without keys of addresses; empty where it does not tell.</summary>
    public string Details { get; init; } = "";

    /// <summary>
    /// The service's code, such as <c>BadRequest_TableNotExist</c>: open text, not a closed list. Null where there is none.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>True: the same data will fail again; false: it may succeed. Null where the service does not tell.</summary>
    public bool? IsPermanent { get; init; }

    /// <summary>Whether the service advises to try again; null where it does not tell.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>What kind of operation it was, such as <c>DataIngestPull</c>; null where the service does not tell.</summary>
    public string? OperationKind { get; init; }

    /// <summary>True where the data was taken and an update policy of another table failed on it.</summary>
    public bool OriginatesFromUpdatePolicy { get; init; }

    /// <summary>The id that ties together what the service did for one request; null where it does not tell.</summary>
    public Guid? RootActivityId { get; init; }
}
