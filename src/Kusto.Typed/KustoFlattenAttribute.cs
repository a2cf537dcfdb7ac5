namespace Kusto.Typed;

/// <summary>Makes the properties of a property's type columns of the table, in place of one <c>dynamic</c> column.</summary>
/// <remarks>
/// Where the property is null, so are its columns; it reads back as null where all of them are. Flattened types may
/// have flattened properties of their own.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KustoFlattenAttribute : Attribute
{
    /// <summary>
    /// What stands before the names of the columns, as it is; empty: nothing. Null, the default: the property's name, by
    /// the table's naming policy.
    /// </summary>
    public string? Prefix { get; init; }
}
