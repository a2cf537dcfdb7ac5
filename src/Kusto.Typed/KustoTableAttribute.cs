using System.Text.Json.Serialization;

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
public sealed class KustoTableAttribute(string? name = null) : Attribute
{
    /// <summary>The table's name; null means the name of the type.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// The user's <see cref="JsonSerializerContext"/>, through which objects, lists and dictionaries become
    /// <c>dynamic</c>; it needs a <c>[JsonSerializable]</c> for each such property type. Null: no property needs one.
    /// </summary>
    public Type? JsonContext { get; init; }

    /// <summary>The name of the CSV mapping; null means the table's name with a hash of its columns.</summary>
    public string? MappingName { get; init; }

    /// <summary>The folder that tools show the table in, <c>\</c> between its parts; null: none.</summary>
    public string? Folder { get; init; }

    /// <summary>The table's docstring; null: none.</summary>
    public string? DocString { get; init; }
}
