namespace Kusto.Typed;

/// <summary>Says which name a column had before, so that it is renamed with its values and not added beside the old one.</summary>
/// <param name="name">The former name of the column.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KustoRenamedFromAttribute(string name) : Attribute
{
    /// <summary>The former name of the column.</summary>
    public string Name { get; } = name;
}
