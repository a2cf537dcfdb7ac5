namespace Kusto.Typed;

/// <summary>Declares how long rows are kept. A value out of range does not compile.</summary>
/// <param name="softDeletePeriod">
/// How long rows can be queried, such as <c>365d</c> or <c>12:00:00</c>, up to 365,000 days; null: the service's default,
/// 365,000 days. Shortening it deletes rows.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoRetentionAttribute(string? softDeletePeriod = null) : Attribute
{
    /// <summary>How long rows can be queried; null: the service's default, 365,000 days.</summary>
    public string? SoftDeletePeriod { get; } = softDeletePeriod;

    /// <summary>Whether rows can be had back for 14 days after that. Unset: the service's default, true.</summary>
    public bool Recoverability { get; init; }
}
