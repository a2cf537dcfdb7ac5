namespace Kusto.Typed;

/// <summary>Makes a table of a type that cannot be annotated, such as one of another assembly.</summary>
/// <remarks>
/// It stands on an empty partial struct, which becomes the map between the rows and the table: the rows stay
/// what they are, and an overload of <c>IngestAsync</c> for them is generated beside the map.
/// </remarks>
/// <example>
/// <code>
/// [KustoRowFor&lt;Order&gt;("Orders", Ignore = [nameof(Order.Secret)])]
/// [KustoColumnOf(nameof(Order.Total), "TotalEur")]
/// public partial struct OrderRow;
/// </code>
/// </example>
/// <typeparam name="TRow">The type of the rows.</typeparam>
/// <param name="name">The table's name; null means the name of the row's type.</param>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class KustoRowForAttribute<TRow>(string? name = null) : KustoTableDeclarationAttribute(name)
{
    /// <summary>The names of the public properties that are no columns. Default: none.</summary>
    public string[] Ignore { get; init; } = [];
}
