namespace Kusto.Typed;

/// <summary>Declares how long rows are kept where they are found fast. A value out of range does not compile.</summary>
/// <param name="hot">The time since their ingestion, such as <c>31d</c> or <c>12:00:00</c>, up to 365,000 days.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoCachingAttribute(string hot) : Attribute
{
    /// <summary>The time since their ingestion.</summary>
    public string Hot { get; } = hot;
}
