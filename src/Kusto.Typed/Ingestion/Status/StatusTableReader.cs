using System.Text.Json;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Status;

/// <summary>Reads the entities that the service reports into.</summary>
internal sealed class StatusTableReader(QueuedService service) : IStatusReader
{
    public async Task<IReadOnlyList<BatchReceipt>> ReadAsync(
        IReadOnlyList<BatchReceipt> pending, CancellationToken cancellationToken)
    {
        List<BatchReceipt> known = [];
        foreach (BatchReceipt batch in pending)
        {
            if (await TryReadAsync(batch, cancellationToken).ConfigureAwait(false) is { } found)
            {
                known.Add(found);
            }
        }

        return known;
    }

    private async Task<BatchReceipt?> TryReadAsync(BatchReceipt batch, CancellationToken cancellationToken)
    {
        EntityKey key = new(batch.SourceId.ToString(), batch.Tracking!.RowKey!); // batches of status tables have one
        for (bool renew = false; ; renew = true)
        {
            Uri table = await TableAsync(batch.Tracking, renew, cancellationToken).ConfigureAwait(false);
            try
            {
                string entity = await service.Storage.ReadEntityAsync(table, key, cancellationToken).ConfigureAwait(false);
                using JsonDocument document = JsonDocument.Parse(entity);
                return ReportedStatus.Apply(batch, document.RootElement);
            }
            catch (KustoServiceException failure) when (failure.Status is 401 or 403 && !renew)
            {
                // The key has expired: with a new one once more.
            }
            catch (KustoServiceException failure) when (!failure.IsPermanent)
            {
                return null;
            }
            catch (JsonException)
            {
                return null; // cut off: the next look tells
            }
        }
    }

    // The key of the table is that of the day, and a result that was stored has none.
    private async ValueTask<Uri> TableAsync(BatchTracking tracking, bool renew, CancellationToken cancellationToken)
    {
        Uri table = tracking.StatusTable!;
        IngestionResources resources =
            await service.Queues.ResourcesAsync(renew, cancellationToken).ConfigureAwait(false);
        string wanted = table.GetLeftPart(UriPartial.Path);
        return resources.StatusTables.FirstOrDefault(
            known => known.GetLeftPart(UriPartial.Path).Equals(wanted, StringComparison.OrdinalIgnoreCase)) ?? table;
    }
}
