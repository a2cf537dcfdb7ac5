namespace Kusto.Typed.Connection;

/// <summary>The body of a request. It can be written more than once, and is never copied on its way.</summary>
internal abstract class KustoRequestContent
{
    public abstract string ContentType { get; }

    /// <summary>How the bytes are compressed, such as <c>gzip</c>; null: they are not.</summary>
    public virtual string? ContentEncoding => null;

    /// <returns>False where the length is only known when all is written.</returns>
    public abstract bool TryComputeLength(out long length);

    public abstract ValueTask WriteToAsync(Stream stream, CancellationToken cancellationToken);
}
