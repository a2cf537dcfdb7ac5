namespace Kusto.Typed;

/// <summary>How a column's values are kept: the types of its encoding policy.</summary>
/// <remarks>
/// Source: "Encoding policy" in the Kusto documentation. It holds for rows that are ingested after it was set, which
/// is why it is set as soon as the table is created.
/// </remarks>
public enum KustoEncoding
{
    /// <summary>The encoding of the column's type; nothing is set.</summary>
    Default = 0,

    /// <summary>For columns that hold ids: cheaper, and slower to search in by words.</summary>
    Identifier = 1,

    /// <summary>A <c>string</c> or <c>dynamic</c> of up to 2 MiB a value, without an index.</summary>
    BigObject = 2,

    /// <summary>A <c>string</c> or <c>dynamic</c> of up to 32 MiB a value, without an index.</summary>
    BigObject32 = 3,

    /// <summary>
    /// A <c>dynamic</c> of vectors of numbers, each in 16 bits: a quarter of the size and about three digits.
    /// </summary>
    Vector16 = 4,
}
