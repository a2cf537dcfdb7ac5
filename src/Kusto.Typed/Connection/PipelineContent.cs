using Azure.Core;

namespace Kusto.Typed.Connection;

/// <summary>A body as the pipeline takes it, which remembers whether any of it was asked for.</summary>
internal sealed class PipelineContent(KustoRequestContent content) : RequestContent
{
    /// <summary>True once a connection stands and takes the body: from then on the request may take effect.</summary>
    public bool HasBegun { get; private set; }

    public override bool TryComputeLength(out long length) => content.TryComputeLength(out length);

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        HasBegun = true;
        await content.WriteToAsync(stream, cancellation).ConfigureAwait(false);
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) =>
        throw new NotSupportedException("Requests are only sent asynchronously.");

    // The content is its maker's, who may send it again.
    public override void Dispose()
    {
    }
}
