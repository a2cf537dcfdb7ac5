using System.IO.Compression;
using System.Text.RegularExpressions;
using Kusto.Typed.Local.Staging;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion.Queued;

/// <summary>Ingests one staged blob: all its records, or none.</summary>
internal sealed class BlobIngestion(ClusterStore cluster, StreamingIngestion ingestion, IStagingStorage storage)
{
    private readonly TimeProvider _timeProvider = cluster.Options.TimeProvider;

    public async Task IngestAsync(QueuedBlob blob, CancellationToken cancellationToken)
    {
        Guid operation = Guid.NewGuid();
        DateTime started = Now();
        try
        {
            if (blob.Refusal is not null)
            {
                throw blob.Refusal;
            }

            DatabaseStore database = RequireTable(blob);
            bool wasThere = await StoreAsync(blob, database, cancellationToken).ConfigureAwait(false);
            database.Log.Add(new OperationEntry(operation, started, Now(), wasThere ? "Skipped" : "Completed", ""));
            await blob.Reporter.SucceededAsync(blob, operation, wasThere, Now()).ConfigureAwait(false);
            if (blob.DeletesBlob)
            {
                await storage.DeleteBlobAsync(blob.Blob, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (RequestRefusedException refusal)
        {
            await FailAsync(blob, operation, started, refusal).ConfigureAwait(false);
        }
    }

    /// <summary>A blob that is not ingested at all.</summary>
    public Task RefuseAsync(QueuedBlob blob, RequestRefusedException refusal) =>
        FailAsync(blob, Guid.NewGuid(), Now(), refusal);

    private async Task FailAsync(QueuedBlob blob, Guid operation, DateTime started, RequestRefusedException refusal)
    {
        LocalIngestionFailure failure = new()
        {
            OperationId = operation,
            Table = blob.Table,
            SourceId = blob.SourceId,
            SourcePath = blob.Path,
            ErrorCode = refusal.Code,
            Details = refusal.Message,
            IsPermanent = refusal.Permanent,
            FailedOn = Now(),
        };
        DatabaseStore? database = cluster.Databases.FirstOrDefault(
            known => known.Name.Equals(blob.Database, StringComparison.OrdinalIgnoreCase));
        database?.Log.Add(failure);
        database?.Log.Add(
            new OperationEntry(operation, started, Now(), "Failed", refusal.Message) { ShouldRetry = !refusal.Permanent });
        await blob.Reporter.FailedAsync(blob, failure, refusal.Permanent).ConfigureAwait(false);
    }

    // By queued ingestion's own codes.
    private DatabaseStore RequireTable(QueuedBlob blob)
    {
        DatabaseStore database = cluster.Require(blob.Database);
        return database.Find(blob.Table) is not null
            ? database
            : throw Refusal.BadFormat(
                "BadRequest_TableNotExist", $"The database '{database.Name}' has no table '{blob.Table}'. Names are case-sensitive.");
    }

    private async Task<bool> StoreAsync(QueuedBlob blob, DatabaseStore database, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> staged = await storage.ReadBlobAsync(blob.Blob, cancellationToken).ConfigureAwait(false);
        if (staged.IsEmpty)
        {
            throw Refusal.BadFormat("BadRequest_EmptyBlob", $"The blob {blob.Path} is empty.");
        }

        StreamingRequest request = new(
            blob.Database, blob.Table, blob.Format.Name, blob.Format.MappingName, $"queued;{blob.SourceId}")
        {
            Kind = LocalIngestionKind.Queued,
            SourceId = blob.SourceId,
            Options = blob.Format.Options,
            MappingJson = blob.Format.MappingJson,
        };
        if (blob.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return StoreArchive(blob, request, staged, database);
        }

        using MemoryStream stream = new(staged.ToArray(), writable: false);
        RequestBody body = await RequestBody
            .ReadAsync(stream, cluster.Options.MaxQueuedBlobBytes, cancellationToken).ConfigureAwait(false);
        return ingestion.Store(request, body with { Location = blob.Path }, database).WereThere;
    }

    private bool StoreArchive(QueuedBlob blob, StreamingRequest request, ReadOnlyMemory<byte> staged, DatabaseStore database)
    {
        using ZipArchive archive = OpenArchive(staged);
        Regex? pattern = blob.Format.ZipPattern is { Length: > 0 } text ? Pattern(text) : null;
        byte[] records = [.. archive.Entries
            .Where(entry => entry.Length > 0 && pattern?.IsMatch(entry.FullName) != false)
            .SelectMany(Unpacked)];
        return records.Length > 0
            ? ingestion.Store(request, new RequestBody(records, staged.Length) { Location = blob.Path }, database).WereThere
            : throw Refusal.BadFormat("BadRequest_EmptyArchive", $"No file in {blob.Path} has records that are asked for.");
    }

    private static ZipArchive OpenArchive(ReadOnlyMemory<byte> staged)
    {
        try
        {
            return new ZipArchive(new MemoryStream(staged.ToArray(), writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw Refusal.BadFormat("BadRequest_InvalidArchive", "The blob is named as a ZIP archive and is none.");
        }
    }

    private static Regex Pattern(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw Refusal.BadFormat("BadRequest_MalformedIngestionProperty", $"The zipPattern '{text}' is no regular expression.");
        }
    }

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using MemoryStream bytes = new();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private DateTime Now() => _timeProvider.GetUtcNow().UtcDateTime;
}
