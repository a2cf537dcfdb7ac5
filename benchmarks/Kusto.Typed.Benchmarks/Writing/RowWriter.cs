namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>One of the ways from rows to bytes.</summary>
/// <param name="Key">How it is called in the results.</param>
/// <param name="Write">Writes all rows to the stream.</param>
internal sealed record RowWriter<TRow>(string Key, Action<TRow[], Stream> Write);
