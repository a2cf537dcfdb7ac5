namespace Kusto.Typed.Ingestion;

/// <summary>How large a batch may become.</summary>
/// <param name="Bytes">The most bytes of CSV in a batch.</param>
/// <param name="RecordBytes">The most bytes of one record, for which a batch may have to grow.</param>
/// <param name="Option">The option that sets the larger of the two.</param>
internal readonly record struct BatchLimit(long Bytes, long RecordBytes, string Option);
