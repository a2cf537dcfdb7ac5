using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion;

/// <summary>A batch, or a part of it, as the body of a request: the same bytes at every attempt.</summary>
internal sealed class CsvBatchContent(CsvBatch batch, bool saysGzip, long start, long length) : KustoRequestContent
{
    /// <summary>The whole batch, which says how it is compressed.</summary>
    public CsvBatchContent(CsvBatch batch)
        : this(batch, batch.IsGzip, 0, batch.Length)
    {
    }

    public override string ContentType => "application/octet-stream";

    public override string? ContentEncoding => saysGzip ? "gzip" : null;

    public override bool TryComputeLength(out long bytes)
    {
        bytes = length;
        return true;
    }

    public override ValueTask WriteToAsync(Stream stream, CancellationToken cancellationToken) =>
        batch.CopyToAsync(stream, start, length, cancellationToken);
}
