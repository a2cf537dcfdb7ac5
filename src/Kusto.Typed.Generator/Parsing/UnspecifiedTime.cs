namespace Kusto.Typed.Generator.Parsing;

/// <summary>The library's <c>KustoDateTimeKind</c>, by the same numbers.</summary>
internal enum UnspecifiedTime
{
    Default = 0,
    Utc = 1,
    Local = 2,
    Refuse = 3,
}
