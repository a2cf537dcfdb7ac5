namespace Kusto.Typed;

/// <summary>What a <see cref="DateTime"/> whose kind is unspecified means.</summary>
public enum KustoDateTimeKind
{
    /// <summary>UTC, as Kusto takes a text without an offset; the compiler's remark on it stays on.</summary>
    Default = 0,

    /// <summary>UTC.</summary>
    Utc = 1,

    /// <summary>The time zone of the process: it is converted to UTC.</summary>
    Local = 2,

    /// <summary>Nothing: it does not fit, and what becomes of it says the ingestion's value policy.</summary>
    Refuse = 3,
}
