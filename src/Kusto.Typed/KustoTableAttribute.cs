namespace Kusto.Typed;

/// <summary>Makes a partial type the schema of a Kusto table: each public property is a column.</summary>
/// <remarks>
/// The generator adds the writing of rows as CSV and the reading of rows from query results to the type, and beside it
/// a static class (<c>StormEventTable</c> for <c>StormEvent</c>) with the commands that create the table.
/// </remarks>
/// <example>
/// <code>
/// [KustoTable("StormEvents")]
/// public partial record StormEvent(DateTime StartTime, string State, int InjuriesDirect, double? BeginLat);
/// </code>
/// </example>
/// <param name="name">The table's name; null means the name of the type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KustoTableAttribute(string? name = null) : KustoTableDeclarationAttribute(name);
