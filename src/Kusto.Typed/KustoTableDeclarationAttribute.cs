using System.Text.Json.Serialization;

namespace Kusto.Typed;

/// <summary>What <see cref="KustoTableAttribute"/> and <see cref="KustoRowForAttribute{TRow}"/> have in common.</summary>
/// <param name="name">The table's name; null means the name of the row's type.</param>
public abstract class KustoTableDeclarationAttribute(string? name) : Attribute
{
    /// <summary>The table's name; null means the name of the row's type.</summary>
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

    /// <summary>The table's docstring; null: the <c>&lt;summary&gt;</c> of the type, if it has one.</summary>
    public string? DocString { get; init; }

    /// <summary>How properties without a name of their own become columns. Default: as they are.</summary>
    public KustoNaming Naming { get; init; }

    /// <summary>What a <see cref="DateTime"/> of no kind means. Default: UTC, and the compiler remarks on it.</summary>
    public KustoDateTimeKind DateTimeKind { get; init; }

    /// <summary>
    /// True, the default, takes the <c>&lt;summary&gt;</c> of the type and of its properties as docstrings.
    /// </summary>
    public bool Summaries { get; init; } = true;
}
