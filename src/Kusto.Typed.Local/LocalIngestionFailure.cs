namespace Kusto.Typed.Local;

/// <summary>A queued batch that was not ingested.</summary>
public sealed record LocalIngestionFailure
{
    /// <summary>The id of the operation, which <c>.show ingestion failures</c> shows.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>The table that was named.</summary>
    public required string Table { get; init; }

    /// <summary>The id that the client gave the batch; null where its message could not be read.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>The address of the blob without its key; null where its message could not be read.</summary>
    public string? SourcePath { get; init; }

    /// <summary>The service's code, such as <c>BadRequest_TableNotExist</c>.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>What was wrong, in words.</summary>
    public required string Details { get; init; }

    /// <summary>False where the same batch may succeed later.</summary>
    public bool IsPermanent { get; init; } = true;

    /// <summary>When, by the endpoint's clock, in UTC.</summary>
    public required DateTime FailedOn { get; init; }
}
