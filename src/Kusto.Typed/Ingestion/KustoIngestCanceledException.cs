namespace Kusto.Typed;

/// <summary>An ingestion that was cancelled, with what had become of the rows by then.</summary>
public sealed class KustoIngestCanceledException : OperationCanceledException
{
    internal KustoIngestCanceledException(IngestResult result, Exception innerException, CancellationToken token)
        : base($"The ingestion was cancelled. So far: {result}.", innerException, token) => Result = result;

    /// <summary>What became of the rows so far, batch by batch.</summary>
    public IngestResult Result { get; }
}
