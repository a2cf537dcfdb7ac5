using System.Collections;

namespace Kusto.Typed.Generator.Model;

/// <summary>A list that never changes and equals another of equal elements, which an array does not.</summary>
internal readonly struct EquatableArray<T>(T[] elements) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _elements = elements;

    public int Count => Elements.Length;

    private T[] Elements => _elements ?? [];

    public T this[int index] => Elements[index];

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public bool Equals(EquatableArray<T> other) => Elements.SequenceEqual(other.Elements);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T element in Elements)
        {
            hash = unchecked((hash * 31) + element.GetHashCode());
        }

        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
