namespace Kusto.Typed;

/// <summary>An ingestion that did not end well: a row, the source of the rows, or the service stopped it.</summary>
/// <remarks>
/// The inner exception is what stopped it: a <see cref="KustoRowException"/>, a <c>KustoServiceException</c> or
/// whatever the source of the rows threw. Batches that were on their way have been waited for.
/// </remarks>
public sealed class KustoIngestException : KustoTypedException
{
    internal KustoIngestException(string problem, IngestResult result, Exception? innerException)
        : base($"{problem} So far: {result}.", innerException) => Result = result;

    /// <summary>What became of the rows so far, batch by batch.</summary>
    public IngestResult Result { get; }
}
