namespace Kusto.Typed;

/// <summary>
/// Says of a column, on a <see cref="KustoRowForAttribute{TRow}"/> map, what <see cref="KustoColumnAttribute"/> says on a
/// property.
/// </summary>
/// <param name="property">The property of the row's type.</param>
/// <param name="name">The column's name, as it is; null means the property's, by the table's naming policy.</param>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class KustoColumnOfAttribute(string property, string? name = null) : Attribute
{
    /// <summary>The property of the row's type.</summary>
    public string Property { get; } = property;

    /// <summary>The column's name; null means the property's, by the table's naming policy.</summary>
    public string? Name { get; } = name;

    /// <inheritdoc cref="KustoColumnAttribute.Type"/>
    public KustoType Type { get; init; }

    /// <summary>The column's docstring; null: none.</summary>
    public string? DocString { get; init; }

    /// <inheritdoc cref="KustoColumnAttribute.Order"/>
    public int Order { get; init; }

    /// <inheritdoc cref="KustoColumnAttribute.Ordinal"/>
    public int Ordinal { get; init; } = -1;

    /// <inheritdoc cref="KustoColumnAttribute.Transform"/>
    public KustoTransform Transform { get; init; }

    /// <inheritdoc cref="KustoColumnAttribute.Encoding"/>
    public KustoEncoding Encoding { get; init; }

    /// <inheritdoc cref="KustoColumnAttribute.DateTimeKind"/>
    public KustoDateTimeKind DateTimeKind { get; init; }

    /// <inheritdoc cref="KustoColumnAttribute.NaN"/>
    public KustoNaN NaN { get; init; }
}
