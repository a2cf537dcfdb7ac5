namespace Kusto.Typed;

/// <summary>Says of a property's column what does not follow from the property.</summary>
/// <param name="name">The column's name, as it is; null means the property's, by the table's naming policy.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KustoColumnAttribute(string? name = null) : Attribute
{
    /// <summary>The column's name; null means the property's, by the table's naming policy.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// The column's type where it is not the one that follows from the C# type: a <c>string</c> that is JSON text as
    /// <see cref="KustoType.Dynamic"/>, an enum as <see cref="KustoType.Int"/> or <see cref="KustoType.Long"/>, a
    /// <c>ulong</c> as <see cref="KustoType.Long"/>. Unset: by the C# type.
    /// </summary>
    public KustoType Type { get; init; }

    /// <summary>The column's docstring; null: the <c>&lt;summary&gt;</c> of the property, if it has one.</summary>
    public string? DocString { get; init; }

    /// <summary>
    /// Where the column stands among the others: the lower the earlier, and among equals as the source has them.
    /// Default: 0. It is for tables that are not there yet; mappings go by name.
    /// </summary>
    public int Order { get; init; }

    /// <summary>
    /// The place of the field in a record, from 0 to 9999, for CSV that others write. Unset: behind the field before
    /// it, which is right wherever this library writes the CSV.
    /// </summary>
    public int Ordinal { get; init; } = -1;

    /// <summary>
    /// What the mapping makes of the field: one of the Unix times, for a <c>long</c> that becomes a <c>datetime</c>.
    /// Default: nothing. Transformations without a field stand in <see cref="KustoFilledColumnAttribute"/>.
    /// </summary>
    public KustoTransform Transform { get; init; }

    /// <summary>How the column's values are kept. Default: as its type has it.</summary>
    public KustoEncoding Encoding { get; init; }

    /// <summary>What a <see cref="DateTime"/> of no kind means. Default: what the table says.</summary>
    public KustoDateTimeKind DateTimeKind { get; init; }

    /// <summary>What becomes of NaN and the infinities in a <c>real</c> column. Default: they are values.</summary>
    public KustoNaN NaN { get; init; }
}
