namespace Kusto.Typed;

/// <summary>The scalar types of Kusto, by Kusto's own names.</summary>
/// <remarks>Zero stands for no type: on <c>[KustoColumn]</c> it means the type that follows from the C# type.</remarks>
public enum KustoType
{
    /// <summary><c>bool</c>: true, false or null.</summary>
    Bool = 1,

    /// <summary><c>datetime</c>: an instant in UTC in ticks of 100 ns, years 0001 to 9999, or null.</summary>
    DateTime = 2,

    /// <summary><c>decimal</c>: a 128-bit decimal number, or null.</summary>
    Decimal = 3,

    /// <summary><c>dynamic</c>: a JSON value, or null.</summary>
    Dynamic = 4,

    /// <summary><c>guid</c>: 128 bits, or null.</summary>
    Guid = 5,

    /// <summary><c>int</c>: a signed 32-bit integer, or null.</summary>
    Int = 6,

    /// <summary><c>long</c>: a signed 64-bit integer, or null.</summary>
    Long = 7,

    /// <summary><c>real</c>: an IEEE 754 double, or null.</summary>
    Real = 8,

    /// <summary><c>string</c>: UTF-8 text. It has no null: a null is the empty string.</summary>
    String = 9,

    /// <summary><c>timespan</c>: a signed duration in ticks of 100 ns, or null.</summary>
    TimeSpan = 10,
}
