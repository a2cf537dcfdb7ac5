namespace Kusto.Typed;

/// <summary>What queued ingestion is told about a call's rows.</summary>
public record QueuedIngestProperties : IngestProperties
{
    /// <summary>
    /// True asks the service to ingest each batch by itself and at once, past the table's batching policy. Default:
    /// false; meant for tests, since many small extents slow the cluster down.
    /// </summary>
    public bool FlushImmediately { get; init; }

    /// <summary>
    /// What the service reports of a batch. Default: <see cref="Kusto.Typed.ReportLevel.FailuresAndSuccesses"/>, which
    /// <see cref="IngestResult.WaitUntilIngestedAsync"/> needs.
    /// </summary>
    public ReportLevel ReportLevel { get; init; } = ReportLevel.FailuresAndSuccesses;

    /// <summary>
    /// Where the storage queue protocol reports to; null, the default: to the status table, or, where there is none,
    /// to the report queues. Refused where the endpoint takes submissions by REST, which have no such choice.
    /// </summary>
    public ReportMethod? ReportMethod { get; init; }

    /// <summary>
    /// Further properties by their names in Kusto's documentation, sent as they are. Default: none. One that has a
    /// property of its own here is refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> AdditionalProperties { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    internal override void Check()
    {
        base.Check();
        ArgumentNullException.ThrowIfNull(AdditionalProperties);
        foreach (string name in AdditionalProperties.Keys)
        {
            if (Ingestion.Queued.QueuedPropertyNames.IsOwn(name))
            {
                throw new ArgumentException(
                    $"'{name}' is written by this library; use the property or option that stands for it.",
                    nameof(AdditionalProperties));
            }
        }
    }
}

/// <summary>What the service reports of queued batches.</summary>
public enum ReportLevel
{
    /// <summary>Failures alone: whether a batch has succeeded cannot be waited for.</summary>
    FailuresOnly = 0,

    /// <summary>Nothing.</summary>
    None = 1,

    /// <summary>Both.</summary>
    FailuresAndSuccesses = 2,
}

/// <summary>Where the storage queue protocol reports to.</summary>
public enum ReportMethod
{
    /// <summary>To queues that all clients of the cluster share.</summary>
    Queue = 0,

    /// <summary>To a table, where each batch has an entity of its own.</summary>
    Table = 1,

    /// <summary>To both.</summary>
    QueueAndTable = 2,
}
