namespace Kusto.Typed;

/// <summary>Adds a column that no property has: the mapping fills it, and a record has no field for it.</summary>
/// <remarks>
/// It stands behind the columns of the properties, in the order of the attributes. Rows are read without it. Either
/// <see cref="Value"/> or <see cref="Transform"/> is given.
/// </remarks>
/// <example>
/// <code>
/// [KustoTable]
/// [KustoFilledColumn("Environment", Value = "production")]
/// [KustoFilledColumn("File", Transform = KustoTransform.SourceLocation)]
/// public partial record Reading(DateTime At, double Value);
/// </code>
/// </example>
/// <param name="name">The column's name.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class KustoFilledColumnAttribute(string name) : Attribute
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>The text, parsed as the column's type, that every row has in it; null: none.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// What the service fills it with: <see cref="KustoTransform.SourceLocation"/> or
    /// <see cref="KustoTransform.SourceLineNumber"/>. Default: nothing.
    /// </summary>
    public KustoTransform Transform { get; init; }

    /// <summary>
    /// The column's type. Unset: <c>string</c> for a value, and what the transformation gives otherwise.
    /// </summary>
    public KustoType Type { get; init; }

    /// <summary>The column's docstring; null: none.</summary>
    public string? DocString { get; init; }
}
