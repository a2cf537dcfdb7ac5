namespace Kusto.Typed.Connection;

/// <summary>A body that lies complete in memory.</summary>
internal sealed class BytesContent(ReadOnlyMemory<byte> bytes, string contentType) : KustoRequestContent
{
    public const string Json = "application/json; charset=utf-8";

    public override string ContentType => contentType;

    public override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }

    public override ValueTask WriteToAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken);
}
