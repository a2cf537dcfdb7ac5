namespace Kusto.Typed.Commands.Parsing;

/// <summary>A column of a <see cref="StoredTable"/>.</summary>
/// <param name="Name">The name, case-sensitive.</param>
/// <param name="Type">The type's canonical name, such as <c>datetime</c>; as it was found where it is none of Kusto's.</param>
public sealed record StoredColumn(string Name, string Type)
{
    /// <summary>The docstring; empty: there is none. Null: not known.</summary>
    public string? DocString { get; init; }

    /// <summary>The name of the encoding policy's type; empty: none is set. Null: not known.</summary>
    public string? Encoding { get; init; }
}
