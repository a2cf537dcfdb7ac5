namespace Kusto.Typed;

/// <summary>Converts values of a type to values of one that is a column, and back.</summary>
/// <remarks>
/// A null is not converted: it is an empty field, and a null when it is read. What a method throws names row and
/// column. The methods are called for each row and from any thread.
/// </remarks>
/// <typeparam name="TValue">The type of the property.</typeparam>
/// <typeparam name="TField">A type with a Kusto scalar type, such as <see cref="double"/> or <see cref="string"/>.</typeparam>
public interface IKustoConverter<TValue, TField>
{
    /// <summary>The value as it is written.</summary>
    static abstract TField ToField(TValue value);

    /// <summary>The value that was written so.</summary>
    static abstract TValue FromField(TField field);
}
