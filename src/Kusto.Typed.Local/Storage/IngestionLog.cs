namespace Kusto.Typed.Local.Storage;

/// <summary>What was ingested into a database, and what had to be repaired on the way.</summary>
internal sealed class IngestionLog(int maxWarnings)
{
    private readonly Lock _lock = new();
    private readonly List<LocalIngestion> _ingestions = [];
    private readonly List<LocalWarning> _warnings = [];
    private readonly List<LocalIngestionFailure> _failures = [];
    private readonly List<OperationEntry> _operations = [];
    private long _warningCount;

    public IReadOnlyList<LocalIngestionFailure> Failures
    {
        get
        {
            lock (_lock)
            {
                return [.. _failures];
            }
        }
    }

    public IReadOnlyList<OperationEntry> Operations
    {
        get
        {
            lock (_lock)
            {
                return [.. _operations];
            }
        }
    }

    public void Add(LocalIngestionFailure failure)
    {
        lock (_lock)
        {
            _failures.Add(failure);
        }
    }

    public void Add(OperationEntry operation)
    {
        lock (_lock)
        {
            _operations.Add(operation);
        }
    }

    public IReadOnlyList<LocalIngestion> Ingestions
    {
        get
        {
            lock (_lock)
            {
                return [.. _ingestions];
            }
        }
    }

    public IReadOnlyList<LocalWarning> Warnings
    {
        get
        {
            lock (_lock)
            {
                return [.. _warnings];
            }
        }
    }

    public long WarningCount
    {
        get
        {
            lock (_lock)
            {
                return _warningCount;
            }
        }
    }

    public void Add(LocalIngestion ingestion, IReadOnlyCollection<LocalWarning> warnings, long warningCount)
    {
        lock (_lock)
        {
            _ingestions.Add(ingestion);
            _warnings.AddRange(warnings.Take(maxWarnings - _warnings.Count));
            _warningCount += warningCount;
        }
    }
}

/// <summary>An ingestion as <c>.show operations</c> lists it.</summary>
internal sealed record OperationEntry(Guid Id, DateTime StartedOn, DateTime EndedOn, string State, string Status)
{
    /// <summary>True where it failed and may succeed later.</summary>
    public bool ShouldRetry { get; init; }
}
