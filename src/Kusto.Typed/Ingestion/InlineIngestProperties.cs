namespace Kusto.Typed;

/// <summary>What inline ingestion is told about a call's rows.</summary>
public sealed record InlineIngestProperties : IngestProperties;
