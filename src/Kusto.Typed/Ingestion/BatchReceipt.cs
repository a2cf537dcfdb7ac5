namespace Kusto.Typed;

/// <summary>What became of one batch of rows.</summary>
public sealed record BatchReceipt
{
    /// <summary>The batch's own id, the same at every attempt.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The index of the batch's first row in the source, from 0.</summary>
    public required long FirstRowIndex { get; init; }

    /// <summary>The number of rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>The size as CSV, in bytes.</summary>
    public required long RawBytes { get; init; }

    /// <summary>The size as it travels, in bytes; 0 for a batch that was given up before it was complete.</summary>
    public required long CompressedBytes { get; init; }

    /// <summary>The way the batch took.</summary>
    public required IngestRoute Route { get; init; }

    /// <summary>What became of it.</summary>
    public required BatchOutcome Outcome { get; init; }

    /// <summary>How often it was sent; 0: never.</summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// True where it was sent again after a lost answer: its rows may be in the table more than once.
    /// </summary>
    public bool MayBeDuplicated { get; init; }

    /// <summary>Why it was not accepted, or is not known to be; null where it was accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The request id of the last attempt, to look for in the service's logs; null: it was never sent.
    /// </summary>
    public string? ClientRequestId { get; init; }

    /// <summary>What the last attempt failed with; null where it did not.</summary>
    internal Exception? Failure { get; init; }
}
