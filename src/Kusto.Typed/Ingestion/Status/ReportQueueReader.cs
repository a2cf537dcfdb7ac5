using System.Text;
using System.Text.Json;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Status;

/// <summary>Looks into the report queues, and takes nothing out: all clients of the cluster share them.</summary>
/// <remarks>A queue shows its first 32 messages: where nobody empties the queues, a report may never come in sight.</remarks>
internal sealed class ReportQueueReader(QueuedService service) : IStatusReader
{
    public async Task<IReadOnlyList<BatchReceipt>> ReadAsync(
        IReadOnlyList<BatchReceipt> pending, CancellationToken cancellationToken)
    {
        IngestionResources resources =
            await service.Queues.ResourcesAsync(renew: false, cancellationToken).ConfigureAwait(false);
        Dictionary<Guid, BatchReceipt> bySource = pending.ToDictionary(batch => batch.SourceId);
        List<BatchReceipt> known = [];
        await LookAsync(resources.FailedQueues, BatchStatus.Failed, bySource, known, cancellationToken).ConfigureAwait(false);
        await LookAsync(resources.SucceededQueues, BatchStatus.Succeeded, bySource, known, cancellationToken)
            .ConfigureAwait(false);
        return known;
    }

    private async Task LookAsync(
        IReadOnlyList<Uri> queues,
        BatchStatus status,
        Dictionary<Guid, BatchReceipt> pending,
        List<BatchReceipt> known,
        CancellationToken cancellationToken)
    {
        foreach (Uri queue in queues)
        {
            foreach (string message in await TryPeekAsync(queue, cancellationToken).ConfigureAwait(false))
            {
                if (Parse(message) is not { } report)
                {
                    continue;
                }

                using (report)
                {
                    if (Guid.TryParse(JsonMember.Text(report.RootElement, "IngestionSourceId"), out Guid source)
                        && pending.Remove(source, out BatchReceipt? batch))
                    {
                        known.Add(ReportedStatus.Apply(batch, status, report.RootElement));
                    }
                }
            }
        }
    }

    private async Task<IReadOnlyList<string>> TryPeekAsync(Uri queue, CancellationToken cancellationToken)
    {
        try
        {
            return await service.Storage.PeekAsync(queue, cancellationToken).ConfigureAwait(false);
        }
        catch (KustoServiceException failure) when (!failure.IsPermanent || failure.Status is 401 or 403)
        {
            return [];
        }
    }

    // Others may put anything there: what is no report is none of ours.
    private static JsonDocument? Parse(string message)
    {
        try
        {
            return JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(message)));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
