namespace Kusto.Typed.Local.Staging;

/// <summary>
/// The storage that queued ingestion goes by: blobs are staged in it, messages name them, reports come back.
/// </summary>
/// <remarks>It is built in, or an account elsewhere. Safe to use from many threads.</remarks>
internal interface IStagingStorage : IAsyncDisposable
{
    /// <summary>What clients are told to use: every address with a SAS that is good from now on.</summary>
    ValueTask<StagingResources> ResourcesAsync(CancellationToken cancellationToken);

    /// <summary>Reads a blob at the address, SAS and all, that a client named.</summary>
    /// <exception cref="RequestRefusedException">
    /// There is no such blob (<c>Download_SourceNotFound</c>), or the SAS does not open it (<c>Download_Forbidden</c>).
    /// </exception>
    ValueTask<ReadOnlyMemory<byte>> ReadBlobAsync(Uri blob, CancellationToken cancellationToken);

    /// <summary>Deletes a blob; nothing happens where there is none.</summary>
    ValueTask DeleteBlobAsync(Uri blob, CancellationToken cancellationToken);

    /// <summary>Waits until a message may have come into one of the ready queues.</summary>
    ValueTask WaitForMessagesAsync(CancellationToken cancellationToken);

    /// <summary>Takes all messages out of the ready queues, oldest first, as the texts that were put in.</summary>
    ValueTask<IReadOnlyList<string>> TakeMessagesAsync(CancellationToken cancellationToken);

    /// <summary>Puts a message into a report queue.</summary>
    ValueTask PutReportAsync(StagingReport report, string text, CancellationToken cancellationToken);

    /// <summary>Merges properties into an entity of the status table; nothing happens where there is none.</summary>
    /// <param name="table">The address that the client named.</param>
    /// <param name="partitionKey">The entity's partition.</param>
    /// <param name="rowKey">The entity's key there.</param>
    /// <param name="properties">The properties to set; null removes the value.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask MergeStatusAsync(
        Uri table,
        string partitionKey,
        string rowKey,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken);
}

/// <summary>Which report queue a message is for.</summary>
internal enum StagingReport
{
    Failed,
    Succeeded,
}

/// <summary>The addresses of the storage's resources, each with a SAS as its query.</summary>
internal sealed record StagingResources(
    IReadOnlyList<Uri> Containers,
    IReadOnlyList<Uri> ReadyQueues,
    IReadOnlyList<Uri> FailedQueues,
    IReadOnlyList<Uri> SucceededQueues,
    IReadOnlyList<Uri> StatusTables);
