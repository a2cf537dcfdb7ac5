namespace Kusto.Typed;

/// <summary>Says of a property's column what does not follow from the property.</summary>
/// <param name="name">The column's name; null means the name of the property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KustoColumnAttribute(string? name = null) : Attribute
{
    /// <summary>The column's name; null means the name of the property.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// The column's type where it is not the one that follows from the C# type: a <c>string</c> that is JSON text as
    /// <see cref="KustoType.Dynamic"/>, an enum as <see cref="KustoType.Int"/> or <see cref="KustoType.Long"/>, a
    /// <c>ulong</c> as <see cref="KustoType.Long"/>. Unset: by the C# type.
    /// </summary>
    public KustoType Type { get; init; }

    /// <summary>The column's docstring; null: none.</summary>
    public string? DocString { get; init; }
}
