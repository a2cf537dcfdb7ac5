namespace Kusto.Typed.Local;

/// <summary>A batch that was accepted.</summary>
public sealed record LocalIngestion
{
    /// <summary>The table, as it was called when the batch came.</summary>
    public required string Table { get; init; }

    /// <summary>The way that the batch came.</summary>
    public LocalIngestionKind Kind { get; init; }

    /// <summary>The id that the client gave the batch; null for one that was streamed or came inline.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>The tags of its extent, with their prefixes.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The mapping that the request named; null: it named none, and fields went to columns in order.</summary>
    public string? MappingName { get; init; }

    /// <summary>The records that became rows.</summary>
    public required long RecordCount { get; init; }

    /// <summary>The size of the records as text, in bytes.</summary>
    public required long RawBytes { get; init; }

    /// <summary>The size of the request's body as it was sent, compressed or not, in bytes.</summary>
    public required long BodyBytes { get; init; }

    /// <summary>The <c>x-ms-client-request-id</c> of the request.</summary>
    public required string ClientRequestId { get; init; }

    /// <summary>When the batch was accepted, by the endpoint's clock, in UTC.</summary>
    public required DateTime AcceptedOn { get; init; }
}
