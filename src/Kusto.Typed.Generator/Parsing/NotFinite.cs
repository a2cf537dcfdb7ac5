namespace Kusto.Typed.Generator.Parsing;

/// <summary>The library's <c>KustoNaN</c>, by the same numbers.</summary>
internal enum NotFinite
{
    Value = 0,
    Null = 1,
    Refuse = 2,
}
