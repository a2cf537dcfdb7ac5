namespace Kusto.Typed.Local;

/// <summary>The ways in which batches come.</summary>
public enum LocalIngestionKind
{
    /// <summary>By a streaming request.</summary>
    Streaming = 0,

    /// <summary>By the command <c>.ingest inline</c>.</summary>
    Inline = 1,

    /// <summary>By a staged blob, of which a queue message or a submission told.</summary>
    Queued = 2,
}
