namespace Kusto.Typed;

/// <summary>Names the converter by which a property of any type becomes a column.</summary>
/// <example>
/// <code>
/// [KustoConverter(typeof(CelsiusConverter))]
/// public Temperature Temperature { get; init; }
/// </code>
/// </example>
/// <param name="converter">A type that implements <see cref="IKustoConverter{TValue, TField}"/> for the property's type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KustoConverterAttribute(Type converter) : Attribute
{
    /// <summary>The converter.</summary>
    public Type Converter { get; } = converter;
}
