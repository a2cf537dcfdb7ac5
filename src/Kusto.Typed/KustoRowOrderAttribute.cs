namespace Kusto.Typed;

/// <summary>Declares by which columns rows lie in order; it slows ingestion down and is for new rows only.</summary>
/// <param name="columns">
/// Names of properties or columns, the first first, two at most advised; <c> desc</c> behind one turns it round, as
/// in <c>[KustoRowOrder("Device", "At desc")]</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoRowOrderAttribute(params string[] columns) : Attribute
{
    /// <summary>The columns, each with its direction.</summary>
    public string[] Columns { get; } = columns;
}
