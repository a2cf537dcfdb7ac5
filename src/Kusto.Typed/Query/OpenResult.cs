namespace Kusto.Typed.Query;

/// <summary>A result that has begun: with its first row read, or without any.</summary>
internal readonly record struct OpenResult(ResultReader Reader, bool HasRow);
