using System.Text;
using Kusto.Typed.Commands;
using Kusto.Typed.Ingestion.Queued;

namespace Kusto.Typed.Ingestion.Inline;

/// <summary>Sends every batch as a command: for emulators and for tiny data.</summary>
internal sealed class InlineRoute(
    KustoConnection connection, IngestTarget target, InlineIngestProperties properties, int maxBatchBytes) : IBatchRoute
{
    private const string RequestKind = "KTC.executeInlineIngest";

    public IngestRoute Route => IngestRoute.Inline;

    public BatchLimit Limit { get; } =
        new(maxBatchBytes, maxBatchBytes, nameof(KustoIngestOptions.MaxInlineBatchBytes));

    public bool TakesGzip => false;

    public Task<BatchReceipt> SendAsync(CsvBatch batch, CancellationToken cancellationToken) =>
        Attempts.RunAsync(
            batch.Identity, Route, delivery => SendAsync(batch, delivery, cancellationToken), cancellationToken);

    private async Task SendAsync(CsvBatch batch, Delivery delivery, CancellationToken cancellationToken)
    {
        string csv;
        using (MemoryStream text = new((int)batch.Length))
        {
            await batch.CopyToAsync(text, cancellationToken).ConfigureAwait(false);
            ReadOnlySpan<byte> utf8 = text.GetBuffer().AsSpan(0, (int)text.Length);
            if (InlineText.FindLineEnd(utf8, target.Schema, batch.Rows) is { } problem)
            {
                delivery.Prevented(problem);
                return;
            }

            csv = Encoding.UTF8.GetString(utf8);
        }

        delivery.MayBeSkipped = properties.IngestIfNotExistsOf(batch.SourceId).Count > 0;
        string command = Command(batch.SourceId, csv);
        await Attempts.RepeatAsync(
            connection.Retry, () => TryRunAsync(command, delivery, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<KustoServiceException?> TryRunAsync(
        string command, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ExecuteCommandOnceAsync(
                target.Database, command, delivery.BeginAttempt(RequestKind), cancellationToken).ConfigureAwait(false);
            delivery.Accepted();
            return null;
        }
        catch (KustoServiceException failure)
        {
            delivery.Failed(failure);
            return failure;
        }
    }

    private string Command(Guid sourceId, string csv)
    {
        List<string> with =
        [
            "format=\"csv\"",
            $"{QueuedPropertyNames.IngestionMappingReference}={KustoText.Literal(target.MappingName)}",
            $"{QueuedPropertyNames.ValidationPolicy}={KustoText.JsonLiteral(properties.ValidationPolicy.ToJson())}",
        ];
        AddList(with, QueuedPropertyNames.Tags, properties.TagsOf(sourceId));
        AddList(with, QueuedPropertyNames.IngestIfNotExists, properties.IngestIfNotExistsOf(sourceId));
        if (PropertyJson.Instant(properties.CreationTime) is { } time)
        {
            with.Add($"{QueuedPropertyNames.CreationTime}={KustoText.Literal(time)}");
        }

        return $".ingest inline into table {KustoText.Name(target.Table)} with ({string.Join(", ", with)}) <|\n{csv}";
    }

    private static void AddList(List<string> with, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            with.Add($"{name}={KustoText.JsonLiteral(PropertyJson.List(values))}");
        }
    }
}
