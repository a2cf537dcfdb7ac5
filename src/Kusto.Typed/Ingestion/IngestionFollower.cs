using Kusto.Typed.Ingestion.Queued;
using Kusto.Typed.Ingestion.Status;

namespace Kusto.Typed.Ingestion;

/// <summary>Follows the accepted batches of a result to their end.</summary>
internal sealed class IngestionFollower(KustoConnection connection, QueuedService service, string database, string table)
{
    private static readonly TimeSpan s_firstLook = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(15);

    private readonly (TrackingKind Kind, IStatusReader Reader)[] _readers =
    [
        (TrackingKind.Operation, new OperationReader(connection, database, table)),
        (TrackingKind.StatusTable, new StatusTableReader(service)),
        (TrackingKind.ReportQueues, new ReportQueueReader(service)),
    ];

    public Uri Cluster => connection.EngineUri;

    /// <summary>Looks again and again, less and less often, until no batch is pending.</summary>
    /// <exception cref="TimeoutException">A batch is still pending.</exception>
    public async Task<IReadOnlyList<BatchReceipt>> WaitAsync(
        IReadOnlyList<BatchReceipt> batches,
        TimeSpan? timeout,
        IProgress<IngestionStatus>? progress,
        CancellationToken cancellationToken)
    {
        TimeProvider clock = connection.Options.TimeProvider;
        long started = clock.GetTimestamp();
        BatchReceipt[] known = [.. batches];
        IngestionStatus reported = IngestionStatus.Of(known);
        for (TimeSpan pause = s_firstLook; ; pause = Longer(pause))
        {
            await LookAsync(known, cancellationToken).ConfigureAwait(false);
            IngestionStatus status = IngestionStatus.Of(known);
            if (status != reported)
            {
                reported = status;
                progress?.Report(status);
            }

            if (status.BatchesPending == 0)
            {
                return known;
            }

            TimeSpan? left = timeout - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException(
                    $"{database}.{table}: after {timeout} {status.BatchesPending} of {known.Length} batches are not ingested yet, "
                    + $"{status.BatchesSucceeded} are. They are with the service: wait again, for longer.");
            }

            await Task.Delay(left < pause ? left.Value : pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LookAsync(BatchReceipt[] known, CancellationToken cancellationToken)
    {
        foreach ((TrackingKind kind, IStatusReader reader) in _readers)
        {
            BatchReceipt[] pending =
                [.. known.Where(batch => batch.Status == BatchStatus.Pending && batch.Tracking?.Kind == kind)];
            if (pending.Length == 0)
            {
                continue;
            }

            foreach (BatchReceipt found in await reader.ReadAsync(pending, cancellationToken).ConfigureAwait(false))
            {
                known[Array.FindIndex(known, batch => batch.SourceId == found.SourceId)] = found;
            }
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
}
