namespace Kusto.Typed.Ingestion.Sources;

/// <summary>A stream of somebody else's, read from where it stood; disposing this leaves it open.</summary>
internal sealed class HeldStream : ReadOnlyStream
{
    private readonly Stream _stream;

    public HeldStream(Stream stream, long start)
    {
        _stream = stream;
        if (stream.CanSeek)
        {
            stream.Position = start;
        }
    }

    public override int Read(Span<byte> buffer) => _stream.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _stream.ReadAsync(buffer, cancellationToken);
}
