namespace Kusto.Typed.Local.Storage;

/// <summary>What was ingested into a database, and what had to be repaired on the way.</summary>
internal sealed class IngestionLog(int maxWarnings)
{
    private readonly Lock _lock = new();
    private readonly List<LocalIngestion> _ingestions = [];
    private readonly List<LocalWarning> _warnings = [];
    private long _warningCount;

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
