namespace Kusto.Typed;

/// <summary>An operation of the service in the last state that it is known to be in.</summary>
public sealed record KustoOperation
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is done, such as <c>DataIngestPull</c> or <c>TableCreate</c>: open text.</summary>
    public required string Kind { get; init; }

    /// <summary>The state.</summary>
    public required KustoOperationState State { get; init; }

    /// <summary>What the service says of the state, often why it failed, without keys of addresses; may be empty.</summary>
    public string Status { get; init; } = "";

    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset StartedOn { get; init; }

    /// <summary>When it came into its state, in UTC.</summary>
    public required DateTimeOffset LastUpdatedOn { get; init; }

    /// <summary>How long it took, or has taken until <see cref="LastUpdatedOn"/>; null where the service does not tell.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The database; null where the service does not tell.</summary>
    public string? Database { get; init; }

    /// <summary>Whether the service advises to try again; null where it does not tell.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>The id that ties together what the service did for one request; null where it does not tell.</summary>
    public Guid? RootActivityId { get; init; }
}
