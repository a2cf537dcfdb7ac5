namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>What a submission by REST began: one or more blobs, each with a state.</summary>
internal sealed class IngestionOperation(DateTime startedOn) : IQueuedReporter
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, OperationDetail> _details = [];

    public Guid Id { get; } = Guid.NewGuid();

    public DateTime StartedOn => startedOn;

    public IReadOnlyList<OperationDetail> Details
    {
        get
        {
            lock (_lock)
            {
                return [.. _details.Values];
            }
        }
    }

    /// <summary>A blob of the submission waits.</summary>
    public void Add(Guid sourceId, string path) => Set(new OperationDetail(sourceId, path, "InProgress", startedOn, startedOn));

    public ValueTask SucceededAsync(QueuedBlob blob, Guid operationId, bool wasThere, DateTime now)
    {
        Set(new OperationDetail(blob.SourceId, blob.Path, "Succeeded", startedOn, now));
        return ValueTask.CompletedTask;
    }

    public ValueTask FailedAsync(QueuedBlob blob, LocalIngestionFailure failure, bool isPermanent)
    {
        Set(new OperationDetail(blob.SourceId, blob.Path, "Failed", startedOn, failure.FailedOn)
        {
            ErrorCode = failure.ErrorCode,
            FailureStatus = isPermanent ? "Permanent" : "Transient",
            Details = failure.Details,
        });
        return ValueTask.CompletedTask;
    }

    private void Set(OperationDetail detail)
    {
        lock (_lock)
        {
            _details[detail.SourceId] = detail;
        }
    }
}

/// <summary>The state of a blob of an operation.</summary>
internal sealed record OperationDetail(Guid SourceId, string Path, string Status, DateTime StartedOn, DateTime LastUpdatedOn)
{
    public string? ErrorCode { get; init; }

    public string? FailureStatus { get; init; }

    public string? Details { get; init; }
}
