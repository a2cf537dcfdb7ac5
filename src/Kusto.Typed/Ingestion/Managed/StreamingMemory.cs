using System.Collections.Concurrent;

namespace Kusto.Typed.Ingestion.Managed;

/// <summary>For which tables streaming is not to be tried for a while, and why.</summary>
internal sealed class StreamingMemory(TimeProvider timeProvider)
{
    private static readonly TimeSpan s_afterThrottling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_whileOff = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Database, string Table), (DateTimeOffset Until, FallbackReason Reason)>
        _avoided = new();

    /// <summary>Why streaming into the table is not tried now; null: it is.</summary>
    public FallbackReason? Avoided(IngestTarget target) =>
        _avoided.TryGetValue(Key(target), out var found) && found.Until > timeProvider.GetUtcNow() ? found.Reason : null;

    /// <summary>Remembers what holds beyond the batch that met it.</summary>
    public void Remember(IngestTarget target, FallbackReason reason)
    {
        TimeSpan? time = reason switch
        {
            FallbackReason.Throttled => s_afterThrottling,
            FallbackReason.StreamingNotEnabled or FallbackReason.TableConfiguration => s_whileOff,
            _ => null,
        };
        if (time is { } holds)
        {
            _avoided[Key(target)] = (timeProvider.GetUtcNow() + holds, reason);
        }
    }

    // Kusto knows no case in the names of databases.
    private static (string Database, string Table) Key(IngestTarget target) =>
        (target.Database.ToUpperInvariant(), target.Table);
}
