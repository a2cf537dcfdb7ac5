using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Streaming;

/// <summary>A batch as the body of a request: the same bytes at every attempt.</summary>
internal sealed class CsvBatchContent(CsvBatch batch) : KustoRequestContent
{
    public override string ContentType => "application/octet-stream";

    public override string? ContentEncoding => batch.IsGzip ? "gzip" : null;

    public override bool TryComputeLength(out long length)
    {
        length = batch.Length;
        return true;
    }

    public override ValueTask WriteToAsync(Stream stream, CancellationToken cancellationToken) =>
        batch.CopyToAsync(stream, cancellationToken);
}
