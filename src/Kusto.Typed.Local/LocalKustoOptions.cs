using System.Globalization;
using System.Text;

namespace Kusto.Typed.Local;

/// <summary>How a local endpoint behaves. Every property has a default that suits tests.</summary>
public sealed record LocalKustoOptions
{
    /// <summary>The TCP port on 127.0.0.1, 0 to 65535. Default 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The databases, whose names know no case. Default: <c>Samples</c>. <c>NetDefaultDB</c> is always there.
    /// </summary>
    public IReadOnlyList<string> Databases { get; init; } = ["Samples"];

    /// <summary>Whether a request to an unknown database creates it. Default false: the request is refused.</summary>
    public bool CreateDatabasesOnFirstUse { get; init; }

    /// <summary>
    /// The memory that stored rows may take, in bytes, at least 0. Default 1 GiB. A batch beyond it is refused.
    /// </summary>
    public long MaxBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>
    /// The largest streaming request, in bytes of uncompressed records, 1 to 1 GiB. Default 4 MiB, the smaller of the
    /// two limits that the service documents.
    /// </summary>
    public int MaxStreamingRequestBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Whether records are checked and counted but not kept, so that a client can be measured with any number of
    /// rows. Default false. With it, <c>T | count</c> answers, and every other reading of rows is refused.
    /// </summary>
    public bool CountingMode { get; init; }

    /// <summary>
    /// The most warnings kept for each database, at least 0. Default 10,000; those beyond are only counted.
    /// </summary>
    public int MaxWarnings { get; init; } = 10_000;

    /// <summary>
    /// How long queued blobs of a table without an ingestion batching policy are gathered before they are ingested, 0 to
    /// 30 minutes. Default 0: not at all, where the service waits for 5 minutes.
    /// </summary>
    public TimeSpan BatchingTimeSpan { get; init; }

    /// <summary>The largest queued blob, in bytes of uncompressed records, 1 to 2,000,000,000. Default 1 GiB.</summary>
    public int MaxQueuedBlobBytes { get; init; } = 1024 * 1024 * 1024;

    /// <summary>
    /// The protocols of queued ingestion that are offered. Default: both, of which the configuration prefers REST. None:
    /// like Microsoft's emulator, which has no data management.
    /// </summary>
    public LocalQueuedProtocols QueuedProtocols { get; init; } = LocalQueuedProtocols.Both;

    /// <summary>
    /// The connection string of a storage account, or of Azurite, that queued ingestion is to stage its blobs in;
    /// <c>UseDevelopmentStorage=true</c> is Azurite on its usual ports. Null, the default: storage is built in.
    /// </summary>
    public string? StorageConnectionString { get; init; }

    /// <summary>The clock of timestamps, keys and batching. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>A defect planted on purpose. Default: none.</summary>
    public LocalKustoDefect Defect { get; init; }

    // What a record prints by itself would show the key of the storage account.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{nameof(Port)} = {Port}, {nameof(QueuedProtocols)} = {QueuedProtocols}, ");
        text.Append(StorageConnectionString is null ? "storage built in" : "storage in an account elsewhere");
        return true;
    }

    internal void Validate()
    {
        const int MaxRequest = 1024 * 1024 * 1024;
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxStreamingRequestBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxStreamingRequestBytes, MaxRequest);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxWarnings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxQueuedBlobBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxQueuedBlobBytes, 2_000_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchingTimeSpan, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchingTimeSpan, TimeSpan.FromMinutes(30));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)QueuedProtocols, (int)LocalQueuedProtocols.Both, nameof(QueuedProtocols));
        ArgumentNullException.ThrowIfNull(Databases);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        foreach (string database in Databases)
        {
            ArgumentException.ThrowIfNullOrEmpty(database);
        }
    }
}
