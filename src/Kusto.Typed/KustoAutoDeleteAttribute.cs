namespace Kusto.Typed;

/// <summary>Declares when the table is dropped.</summary>
/// <param name="expiryDate">The day or instant in UTC, such as <c>2030-06-01</c> or <c>2030-06-01T12:00:00Z</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoAutoDeleteAttribute(string expiryDate) : Attribute
{
    /// <summary>The day or instant in UTC.</summary>
    public string ExpiryDate { get; } = expiryDate;

    /// <summary>True: with its rows. Unset: false, so that a table with rows stays.</summary>
    public bool DeleteIfNotEmpty { get; init; }
}
